import type { Postgres } from '../../../host/postgres.mjs';

/** What the workflow under test writes into: one row an action. Only the last two have a key. */
export const TABLES = {
	/** Every item of every execution: what would act where nothing is done about copies. */
	arrived: 'arrived',
	/** What Remove Duplicates lets pass. */
	afterRemoveDuplicates: 'acted_after_remove_duplicates',
	/** What a key in PostgreSQL lets pass, in a table that has none. */
	afterClaim: 'acted_after_claim',
	claims: 'claims',
	/** The example's own: its INSERT stands behind Remove Duplicates. */
	example: 'engagement_events',
} as const;

type Table = keyof typeof TABLES;

/** The schema that n8n itself uses, beside the events'. */
export const N8N_SCHEMA = 'n8n';

export async function makeTables(postgres: Postgres): Promise<void> {
	await postgres.query(`
		CREATE SCHEMA ${N8N_SCHEMA};
		ALTER ROLE ${postgres.user} SET search_path = public, ${N8N_SCHEMA};
		CREATE TABLE ${TABLES.arrived} (id text NOT NULL);
		CREATE TABLE ${TABLES.afterRemoveDuplicates} (id text NOT NULL);
		CREATE TABLE ${TABLES.afterClaim} (id text NOT NULL);
		CREATE TABLE ${TABLES.claims} (id text PRIMARY KEY);
		CREATE TABLE ${TABLES.example} (
			id       text PRIMARY KEY,
			source   text NOT NULL,
			type     text NOT NULL,
			subject  text,
			time     timestamptz,
			data     jsonb NOT NULL,
			received timestamptz NOT NULL DEFAULT now()
		)`);
}

/** Forgets what a run before this one has written. */
export async function emptyTables(postgres: Postgres): Promise<void> {
	await postgres.query(`TRUNCATE ${Object.values(TABLES).join(', ')}`);
}

/** How often the workflow has acted for each event, by the event's key. */
export async function actionsIn(postgres: Postgres, table: Table): Promise<Map<string, number>> {
	const rows = await postgres.query(`SELECT id, count(*) FROM ${TABLES[table]} GROUP BY id`);
	return new Map(
		rows.map((row) => {
			const end = row.lastIndexOf('|');
			return [row.slice(0, end), Number(row.slice(end + 1))];
		}),
	);
}

/** How many executions deliveries have started. */
export async function startedExecutions(postgres: Postgres, workflowId: string): Promise<number> {
	const [count] = await postgres.query(
		`SELECT count(*) FROM ${N8N_SCHEMA}.execution_entity
			WHERE "workflowId" = '${workflowId}' AND mode = 'webhook'`,
	);
	return Number(count);
}

/** How many executions that died were run again. */
export async function retriedExecutions(postgres: Postgres, workflowId: string): Promise<number> {
	const [count] = await postgres.query(
		`SELECT count(DISTINCT "retryOf") FROM ${N8N_SCHEMA}.execution_entity
			WHERE "workflowId" = '${workflowId}' AND "retryOf" IS NOT NULL`,
	);
	return Number(count);
}

/**
 * How many executions wait or run, or died and are not made good by a run that succeeded; those that
 * only tell of a refused delivery do not count.
 */
export async function unfinishedExecutions(
	postgres: Postgres,
	workflowId: string,
): Promise<number> {
	const [count] = await postgres.query(
		`SELECT count(*) FROM ${N8N_SCHEMA}.execution_entity AS run
			WHERE "workflowId" = '${workflowId}' AND "retrySuccessId" IS NULL
			AND mode = 'webhook' AND status IN ('new', 'running', 'crashed', 'canceled')
			AND NOT EXISTS (
				SELECT FROM ${N8N_SCHEMA}.execution_data AS of_run
				WHERE of_run."executionId" = run.id AND of_run.data LIKE '% refused a delivery with %'
			)`,
	);
	return Number(count);
}

/** The ids of the executions that ended with an error. */
export async function failedExecutions(postgres: Postgres, workflowId: string): Promise<string[]> {
	return await postgres.query(
		`SELECT id FROM ${N8N_SCHEMA}.execution_entity
			WHERE "workflowId" = '${workflowId}' AND status = 'error' LIMIT 50`,
	);
}
