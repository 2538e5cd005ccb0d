/**
 * The one thing that `lib/reading` uses beside the language itself: browsers and Node both have it, and it
 * knows neither pages nor clocks.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView): string;
}
