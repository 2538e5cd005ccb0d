import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages by address without protocol: `www.yunling.gov.cn/zwgk/1.html` → what to serve. */
export interface Served {
  /** A page, or any file as bytes. */
  html: string | Uint8Array;
  headers?: Record<string, string>;
}

/**
 * The whole internet as the browsers see it: a proxy on loopback that serves our fixtures at their
 * official-looking addresses and writes down everything else that anybody asked for.
 */
export class Site {
  readonly pages = new Map<string, Served>();
  /** Addresses asked for that are no fixture, TLS tunnels as `host:443`. */
  readonly strays: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Site> {
    const server = createServer();
    const site = new Site(server);
    server.on('request', (request, response) => {
      const address = (request.url ?? '').replace(/^https?:\/\//, '').replace(/[?#].*$/, '');
      const page = site.pages.get(address);
      if (page) {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
        response.end(page.html);
        return;
      }
      if (address.endsWith('/favicon.ico')) {
        response.writeHead(204).end();
        return;
      }
      site.strays.push(address);
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('no such fixture');
    });
    server.on('connect', (request, socket) => {
      site.strays.push(request.url ?? '');
      socket.on('error', () => {});
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return site;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Serves a page; `address` may carry its protocol. @returns the address to open, on plain http */
  put(address: string, html: string | Uint8Array, headers?: Record<string, string>): string {
    const bare = address.replace(/^https?:\/\//, '').replace(/[?#].*$/, '');
    this.pages.set(bare, headers ? { html, headers } : { html });
    return `http://${bare}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
