import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** The network between the browsers and the program, which can be cut and made slow. */
export interface Wire {
  readonly url: string;
  /** Breaks every connection, in the middle of whatever it carries, and lets no new one through. */
  cut(): void;
  mend(): void;
  /** Every piece takes this much longer, in milliseconds. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** Carries bytes between a port of its own and the program's. */
export async function openWire(port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let isCut = false;
  let lateMs = 0;
  const server = createServer((browser) => {
    if (isCut) {
      browser.resetAndDestroy();
      return;
    }
    const program = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [browser, program],
      [program, browser],
    ] as const) {
      open.add(from);
      from.on("data", (piece) => {
        if (lateMs === 0) to.write(piece);
        else setTimeout(() => to.write(piece), lateMs);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        setTimeout(() => to.destroy(), lateMs);
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${own}`,
    cut: () => {
      isCut = true;
      for (const socket of open) socket.resetAndDestroy();
    },
    mend: () => {
      isCut = false;
    },
    delay: (ms) => {
      lateMs = ms;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
