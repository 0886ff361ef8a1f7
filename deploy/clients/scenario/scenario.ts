// What a developer of a dashboard does first, with the generated client: finds the way to an indicator, writes its figure,
// repeats, revises, meets each kind of error, sends a batch, downloads a file and hears of it all.
//
// node scenario.js GATEWAY, with an access token of a reporter of the unit on standard input.

import {
    events,
    ExportsApi,
    MeasurementsApi,
    platform,
    PlansApi,
    ProblemError,
    ResponseError,
    UnitsApi,
    type Indicator,
    type PlatformOptions,
} from '@monitoring/api';

declare const process: { argv: string[]; stdin: AsyncIterable<Uint8Array>; exitCode: number };

const UNIT = '10675';
// Before every figure of the demo and of the other tests.
const PERIOD = '2023-06';
const AS_OF = '2023-06-14';

function expect(holds: boolean, what: string): void {
    if (!holds) throw new Error(`Not as expected: ${what}`);
}

async function failure<E extends Error>(type: new (...args: never[]) => E, call: Promise<unknown>): Promise<E> {
    const error = await call.then(
        () => undefined,
        (thrown: unknown) => thrown,
    );
    if (error instanceof type) return error;
    throw new Error(`Not as expected: ${type.name} instead of ${String(error)}`);
}

async function listUnits(units: UnitsApi): Promise<void> {
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
        const page = await units.listUnits({ limit: 2, ...(cursor ? { cursor } : {}) });
        codes.push(...page.items.map((unit) => unit.code));
        cursor = page.next ?? undefined;
    } while (cursor);
    expect(codes.includes(UNIT) && codes.length > 2 && new Set(codes).size === codes.length, `units ${codes}`);
}

async function anIndicatorInPercent(plans: PlansApi): Promise<Indicator> {
    const [plan] = (await plans.listPlans({ unit: UNIT })).items;
    const { items } = await plans.listIndicatorsOfPlan({ id: plan!.id, limit: 200 });
    return items.find((indicator) => indicator.measureUnit?.trim().startsWith('%'))!;
}

async function readAndRevise(measurements: MeasurementsApi, id: string): Promise<void> {
    const ifMatch = (await measurements.getMeasurementRaw({ id })).raw.headers.get('etag')!;
    const unchanged = await failure(ResponseError, measurements.getMeasurement({ id, ifNoneMatch: ifMatch }));
    expect(unchanged.response.status === 304, `304, not ${unchanged.response.status}`);

    const measurementRevision = { numerator: 62.5, denominator: 100, asOf: AS_OF };
    const revised = await measurements.reviseMeasurement({ id, ifMatch, measurementRevision });
    expect(revised.numerator === 62.5, `numerator ${revised.numerator}`);
    const stale = await failure(ProblemError, measurements.reviseMeasurement({ id, ifMatch, measurementRevision }));
    expect(stale.problem.status === 412 && stale.is('STALE'), stale.message);
}

async function sendBatch(measurements: MeasurementsApi, indicatorId: string): Promise<void> {
    const body = [
        'indicator_id,period,numerator,denominator,as_of',
        `${indicatorId},2023-08,7,10,2023-08-14`,
        `${crypto.randomUUID()},2023-08,7,10,2023-08-14`,
    ].join('\n');
    const answer = await measurements.submitMeasurementsRaw({ body });
    const { summary, results } = await answer.value();
    expect(answer.raw.status === 207 && results.length === 2, `batch ${answer.raw.status}`);
    expect(summary.rows === 2 && summary.failed === 1, `summary ${JSON.stringify(summary)}`);
}

async function run(options: PlatformOptions): Promise<void> {
    const configuration = platform(options);
    const measurements = new MeasurementsApi(configuration);
    await listUnits(new UnitsApi(configuration));
    const indicator = await anIndicatorInPercent(new PlansApi(configuration));

    const stream = new AbortController();
    let opened = (): void => {};
    const open = new Promise<void>((resolve) => (opened = resolve));
    const first = events(options, {
        types: 'measurement.submitted',
        unit: UNIT,
        signal: stream.signal,
        onOpen: opened,
    }).next();
    await Promise.race([open, first]);

    const figure = {
        measurementRequest: { indicatorId: indicator.id, period: PERIOD, numerator: 61, denominator: 100, asOf: AS_OF },
        idempotencyKey: crypto.randomUUID(),
    };
    const stored = await measurements.submitMeasurement(figure);
    const again = await measurements.submitMeasurement(figure);
    expect(JSON.stringify(again) === JSON.stringify(stored), 'the same answer to the same key');

    const event = await Promise.race([first, new Promise<never>((_, fail) => setTimeout(() => fail(new Error('No event')), 30_000))]);
    expect(!event.done && event.value.entry?.subject === stored.id, `event ${JSON.stringify(event.value)}`);
    stream.abort();

    await readAndRevise(measurements, stored.id);

    const invalid = { indicatorId: indicator.id, period: ' ', asOf: AS_OF };
    const refused = await failure(ProblemError, measurements.submitMeasurement({ measurementRequest: invalid }));
    expect(refused.is('INVALID_REQUEST') && refused.problem.violations?.[0]?.field === 'period', refused.message);

    await sendBatch(measurements, indicator.id);

    const csv = await new ExportsApi(configuration).exportMeasurements({ unit: UNIT, period: PERIOD });
    expect((await csv.text()).trim().split('\n').length > 1, 'lines of CSV');
    console.log('Everything is as expected');
}

let token = '';
for await (const chunk of process.stdin) token += new TextDecoder().decode(chunk);
await run({ gateway: process.argv[2]!, token: async () => token, language: 'en' }).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
