import type { INodeTypeDescription } from 'n8n-workflow';

/** What n8n's assistant reads when it looks for a node; n8n-workflow 2.8 does not have it yet. */
interface BuilderHint {
	/** What it must know to build a workflow with the node that the parameters do not tell. */
	readonly searchHint: string;
	readonly relatedNodes?: ReadonlyArray<{
		readonly nodeType: string;
		readonly relationHint: string;
	}>;
}

export type DescriptionWithHint = INodeTypeDescription & { readonly builderHint: BuilderHint };
