import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Reading } from './readings.ts';

/** The metrics for Prometheus. Created once per running bot. */
export interface Metrics {
  /** Seconds until Slack had our acknowledgement, by type of request. Slack gives up after 3. */
  acknowledged(kind: 'command' | 'click' | 'event', seconds: number): void;
  /** The outcome of a message that this process claimed: sent, waiting, set aside. */
  messageSettled(outcome: string): void;
  /** Counts an unhandled rejection or an uncaught exception. */
  fault(kind: 'rejection' | 'exception'): void;
  /** The text format of Prometheus, with these readings. */
  expose(readings: readonly Reading[]): Promise<string>;
  readonly contentType: string;
}

/** `processMetrics`: memory, event loop and the like, once per process. */
export function createMetrics({ processMetrics }: { readonly processMetrics: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const ack = new Histogram({
    name: 'quartermaster_ack_seconds',
    help: 'Time until Slack had the acknowledgement; it gives up after 3 s.',
    labelNames: ['kind'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });
  const settled = new Counter({
    name: 'quartermaster_messages_total',
    help: 'Messages claimed by this process, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const faults = new Counter({
    name: 'quartermaster_faults_total',
    help: 'Unhandled rejections and uncaught exceptions. Each is in the log under a reference.',
    labelNames: ['kind'],
    registers,
  });
  const gauges = new Map<string, Gauge>();
  return {
    acknowledged: (kind, seconds) => ack.observe({ kind }, seconds),
    messageSettled: (outcome) => settled.inc({ outcome }),
    fault: (kind) => faults.inc({ kind }),
    contentType: registry.contentType,
    async expose(readings) {
      for (const { name, help } of readings) {
        if (!gauges.has(name))
          gauges.set(name, new Gauge({ name, help, labelNames: ['state', 'kind'], registers }));
      }
      // A state without members must not keep its last number.
      for (const gauge of gauges.values()) gauge.reset();
      for (const { name, state, kind, value } of readings)
        gauges.get(name)?.set({ ...(state && { state }), ...(kind && { kind }) }, value);
      return await registry.metrics();
    },
  };
}
