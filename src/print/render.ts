import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { readCoverage } from "./fonts.ts";
import type { PrintModel } from "./model.ts";
import { printable } from "./printable-text.ts";
import type { RenderAnswer, RenderOrder } from "./render-message.ts";

/** Makes a file of a model. The same model gives the same bytes, in every process. */
export interface Renderer {
  /** The PDF, or `print.render-failed` or `print.render-timeout`. */
  render(model: PrintModel, more?: RenderMore): Promise<Result<Uint8Array>>;
  /** Ends the typesetting process; an order under way fails. */
  close(): Promise<void>;
}

/** What goes into the file beside its first document. */
export interface RenderMore {
  /** Documents that follow in the same file. */
  readonly following?: readonly PrintModel[];
  /** What the models show, by the names they have there. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** False: an ordinary PDF, for pages of a PDF that somebody else made. */
  readonly archive?: boolean;
}

export interface RendererOptions {
  /** Longest time for one document, start of the process included. */
  readonly timeoutMs?: number;
  /** The process is replaced after so many documents, */
  readonly documentsPerProcess?: number;
  /** or when it has grown beyond this: the typesetter keeps what it has seen. */
  readonly maxRssBytes?: number;
  readonly template?: string;
  /** Told at which stage a document failed, for the log of the program; never what stood in it. */
  readonly onFailure?: (stage: FailureStage) => void;
  /** The characters each font has, where not those of the fonts; for tests. */
  readonly coverage?: readonly ReadonlySet<number>[];
}

/** `start`: the process did not come up at all; `ended`: it went away while it worked. */
export type FailureStage = "start" | "layout" | "export" | "ended" | "timeout";

const defaults = {
  timeoutMs: 60_000,
  documentsPerProcess: 100,
  maxRssBytes: 500 * 1024 * 1024,
  template: "document.typ",
};

const childFile = fileURLToPath(new URL("render-child.ts", import.meta.url));
const noFonts = fileURLToPath(new URL("typst/no-fonts.conf", import.meta.url));

/**
 * A typesetter in a process of its own, started with the first document. One document is set at a time;
 * others wait in line.
 */
export function startRenderer(options: RendererOptions = {}): Renderer {
  const settings = { ...defaults, ...options };
  let coverage = options.coverage;
  let process: TypesettingProcess | undefined;
  let line: Promise<unknown> = Promise.resolve();

  async function renderNext(model: PrintModel, more: RenderMore): Promise<Result<Uint8Array>> {
    process ??= startProcess();
    const current = process;
    const answer = await current.order(orderOf(settings.template, model, more), settings.timeoutMs);
    const used = current.orders >= settings.documentsPerProcess;
    if (!("rss" in answer) || used || answer.rss > settings.maxRssBytes) {
      process = undefined;
      await current.end();
    }
    if ("pdf" in answer && answer.pdf !== undefined) return ok(answer.pdf);
    const stage = "stage" in answer ? answer.stage : (answer.failed ?? "export");
    options.onFailure?.(stage);
    const id = stage === "timeout" ? "print.render-timeout" : "print.render-failed";
    return fail(problem(id, { status: 503 }));
  }

  function orderOf(template: string, model: PrintModel, more: RenderMore): Order {
    const glyphs = (coverage ??= readCoverage());
    const parts = [model, ...(more.following ?? [])].map((part) => printable(part, glyphs));
    return {
      template,
      model: JSON.stringify({ parts }),
      pictures: [...(more.pictures ?? [])].map(([name, bytes]) => ({ name, bytes })),
      archive: more.archive !== false,
    };
  }

  return {
    render: (model, more = {}) => {
      const result = line.then(() => renderNext(model, more));
      line = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      const current = process;
      process = undefined;
      await current?.end();
      await line;
    },
  };
}

type Order = Omit<RenderOrder, "id">;
type Outcome = RenderAnswer | { readonly stage: "start" | "ended" | "timeout" };

interface TypesettingProcess {
  readonly orders: number;
  order(order: Order, timeoutMs: number): Promise<Outcome>;
  end(): Promise<void>;
}

function startProcess(): TypesettingProcess {
  const child = fork(childFile, [], {
    // Nothing of our surroundings is inherited: no secrets, no fonts of the machine, no debugger.
    env: { FONTCONFIG_FILE: noFonts },
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const ready = nextAnswer(child, 0, ended);
  let orders = 0;
  // A waiting process must not keep the program alive.
  idle(child, true);
  return {
    get orders() {
      return orders;
    },
    order: async (wanted, timeoutMs) => {
      orders += 1;
      idle(child, false);
      const work = async (): Promise<Outcome> => {
        if ("stage" in (await ready)) return { stage: "start" };
        const answer = nextAnswer(child, orders, ended);
        const message: RenderOrder = { ...wanted, id: orders };
        if (child.connected) child.send(message);
        return answer;
      };
      const outcome = await within(timeoutMs, work());
      idle(child, true);
      return outcome;
    },
    end: async () => {
      idle(child, false);
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The answer to one order; `ended` where the process goes away instead. */
function nextAnswer(child: ChildProcess, id: number, ended: Promise<void>): Promise<Outcome> {
  return new Promise((resolve) => {
    const listen = (answer: RenderAnswer) => {
      if (answer.id !== id) return;
      child.off("message", listen);
      resolve(answer);
    };
    child.on("message", listen);
    void ended.then(() => resolve({ stage: "ended" }));
  });
}

async function within(ms: number, work: Promise<Outcome>): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => resolve({ stage: "timeout" }), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function idle(child: ChildProcess, waiting: boolean): void {
  if (waiting) {
    child.unref();
    child.channel?.unref();
  } else {
    child.ref();
    child.channel?.ref();
  }
}
