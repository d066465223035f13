import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  /** A counter that only grows; asked for twice by the same name it is the same counter. */
  counter(name: string, help: string, labelNames?: readonly string[]): Counter;
  /** A value that is asked for when somebody looks. A failing `read` shows as NaN. */
  gauge(name: string, help: string, read: () => number | Promise<number>): Gauge;
  /** One value for each value of a label. A failing `read` shows none. */
  gauges(name: string, help: string, label: string, read: () => Promise<ReadonlyMap<string, number>>): Gauge;
};

/** The metrics of one process, in the format of Prometheus. Names start with `sitelink_`. */
export function createMetrics(options: { readonly processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.processMetrics === true) collectDefaultMetrics({ register: registry });
  return {
    registry,
    counter(name, help, labelNames = []) {
      const known = registry.getSingleMetric(name);
      if (known instanceof Counter) return known;
      return new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
    },
    gauge(name, help, read) {
      return new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(
            await Promise.resolve()
              .then(read)
              .catch(() => Number.NaN),
          );
        },
      });
    },
    gauges(name, help, label, read) {
      return new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [registry],
        async collect() {
          this.reset();
          for (const [key, value] of await read().catch(() => new Map<string, number>())) this.labels(key).set(value);
        },
      });
    },
  };
}

/** Measures every request by route pattern and serves `GET /metrics`. */
export function registerMetrics(app: FastifyInstance, metrics: Metrics): void {
  const duration = new Histogram({
    name: 'sitelink_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics.registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    duration.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', async (_request, reply) => {
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
