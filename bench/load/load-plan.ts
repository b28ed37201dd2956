/** One request that a client will send. */
export interface PlannedRequest {
  /** What it is counted under. */
  readonly label: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly cookie: string;
  /** JSON. */
  readonly body?: string;
}

/**
 * What the clients of one round do. It is a closed loop: each connection sends the next request of the list
 * when it has its answer. Bounded in number and in time.
 */
export interface LoadPlan {
  readonly port: number;
  readonly connections: number;
  /** Sent first and not counted. */
  readonly warmUp: readonly PlannedRequest[];
  readonly requests: readonly PlannedRequest[];
  readonly longestMs: number;
}

/** What was seen of the requests with one label. */
export interface LabelReport {
  /** Milliseconds from sending to the last byte, of each request. */
  readonly times: readonly number[];
  /** Bytes of the largest body, as it came over the wire (gzip). */
  readonly largest: number;
}

/** What one round gave. */
export interface LoadReport {
  readonly answered: number;
  readonly failed: number;
  readonly firstFailure: string | undefined;
  /** From the first request that counts to the last answer. */
  readonly seconds: number;
  /** Whether the time was up before all requests were sent. */
  readonly cutShort: boolean;
  readonly labels: Readonly<Record<string, LabelReport>>;
}
