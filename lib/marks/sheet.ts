/**
 * A style sheet of ours in the page's document. A constructed sheet needs no element in the page and
 * is not stopped by its content security policy. A browser that does not let a content script adopt
 * one gets a `<style>` in the head instead.
 */
export class Sheet {
  readonly #document: Document;
  #adopted: CSSStyleSheet | null = null;
  #element: HTMLStyleElement | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Puts the sheet into the document, or changes what it says. */
  set(css: string): void {
    if (!this.#adopted && !this.#element) this.#adopt();
    if (this.#adopted) this.#adopted.replaceSync(css);
    else if (this.#element) this.#element.textContent = css;
    this.#keep();
  }

  remove(): void {
    const sheet = this.#adopted;
    if (sheet) {
      this.#document.adoptedStyleSheets = this.#document.adoptedStyleSheets.filter(
        (other) => other !== sheet,
      );
    }
    this.#element?.remove();
    this.#adopted = null;
    this.#element = null;
  }

  #adopt(): void {
    try {
      const sheet = new CSSStyleSheet();
      this.#document.adoptedStyleSheets = [...this.#document.adoptedStyleSheets, sheet];
      this.#adopted = sheet;
    } catch {
      this.#element = this.#document.createElement('style');
      this.#document.head?.append(this.#element);
    }
  }

  /** A page that sets `adoptedStyleSheets` itself drops ours without meaning to. */
  #keep(): void {
    const sheet = this.#adopted;
    if (sheet && !this.#document.adoptedStyleSheets.includes(sheet)) {
      this.#document.adoptedStyleSheets = [...this.#document.adoptedStyleSheets, sheet];
    }
  }
}
