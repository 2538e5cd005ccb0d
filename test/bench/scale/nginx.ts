import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a server sent since it was last asked. */
export interface Sent {
  requests: number;
  /** Bodies alone, and with their headers. */
  body: number;
  all: number;
}

export interface Nginx {
  address: string;
  sent(): Promise<Sent>;
  stop(): Promise<void>;
}

/** Whether nginx is here; else what to install is said by the caller. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/** Serves a folder with nginx as Debian has it, on loopback, with nothing set but where things lie. */
export async function startNginx(root: string): Promise<Nginx> {
  const scratch = mkdtempSync(join(tmpdir(), 'zhupi-nginx-'));
  chmodSync(scratch, 0o755);
  const port = await freePort();
  const log = join(scratch, 'access.log');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(scratch, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${scratch}/pid; error_log ${scratch}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 64; }
http {
  types { text/html html; } default_type application/octet-stream;
  log_format sent '$status $bytes_sent $body_bytes_sent'; access_log ${log} sent;
  ${temporary.map((name) => `${name}_temp_path ${scratch}/${name};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`,
  );
  const server = spawn(
    'nginx',
    ['-p', scratch, '-e', `${scratch}/error.log`, '-c', `${scratch}/nginx.conf`],
    {
      stdio: 'ignore',
    },
  );
  const address = `http://127.0.0.1:${port}/`;
  await answers(address, server);
  let read = readLines(log).length;
  return {
    address,
    sent: async () => {
      const lines = await settled(log);
      const fresh = lines.slice(read).map((line) => line.split(' ').map(Number));
      read = lines.length;
      const sum = (at: number) => fresh.reduce((total, line) => total + (line[at] ?? 0), 0);
      return { requests: fresh.length, all: sum(1), body: sum(2) };
    },
    stop: () =>
      new Promise((done) => {
        server.once('exit', () => {
          rmSync(scratch, { recursive: true, force: true });
          done();
        });
        server.kill('SIGTERM');
      }),
  };
}

const readLines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** nginx writes a line after it has answered: two looks that see the same have seen all. */
async function settled(file: string): Promise<string[]> {
  let lines = readLines(file);
  for (;;) {
    await new Promise((done) => setTimeout(done, 20));
    const again = readLines(file);
    if (again.length === lines.length) return again;
    lines = again;
  }
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    const there = await fetch(address).catch(() => null);
    if (there) return void (await there.arrayBuffer());
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('nginx did not start');
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
