/** How n8n's expression engine is set. */
export const ENGINES = {
	'as n8n comes': {},
	lazy: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
} as const;

export type Engine = keyof typeof ENGINES;

export const engines = Object.keys(ENGINES) as Engine[];
