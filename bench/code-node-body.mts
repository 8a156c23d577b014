import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** The Spanish labels that someone would write into a Code node. */
const LABELS: Readonly<Record<string, string>> = {
	cancelled: 'Cancelado',
	out_of_stock: 'Sin existencias',
	purchased: 'Comprado',
	shipped: 'Enviado',
	third_party: 'Proveedor externo',
	bonus: 'Bono',
	booster: 'Potenciador',
	external_product: 'Producto externo',
	xp: 'XP',
};

interface Localizable {
	readonly languages?: readonly { readonly language: string; readonly value: string }[];
	readonly type?: string;
	readonly value?: string;
	readonly displayValue?: string;
}

/**
 * What a good hand writes into a Code node for the same items: Spanish, else English, else what there
 * is, of the texts that are not empty; labels of enums; HTML as text, as far as regular expressions go.
 */
export function codeNodeBody(items: readonly INodeExecutionData[]): INodeExecutionData[] {
	return items.map((item, index) => {
		const json: IDataObject = { ...item.json };
		for (const key of Object.keys(json)) {
			const value = json[key];
			if (typeof value !== 'object' || value === null) continue;
			const { languages, type, value: code = '', displayValue } = value as Localizable;
			if (languages !== undefined) {
				const filled = languages.filter(({ value }) => value);
				const entry =
					filled.find(({ language }) => language.toLowerCase() === 'es') ??
					filled.find(({ language }) => language.toLowerCase() === 'en') ??
					filled[0];
				json[key] = textOf(entry?.value ?? '');
			} else if (type === 'enum') {
				json[key] = LABELS[code] ?? displayValue ?? code;
			}
		}
		return { json, pairedItem: { item: index } };
	});
}

function textOf(html: string): string {
	return html
		.replace(/<!--[^]*?-->|<(script|style)\b[^]*?<\/\1>/gi, '')
		.replace(/\s+/g, ' ')
		.replace(/<li\b[^>]*>/gi, '\n- ')
		.replace(/<br\s*\/?>|<\/(?:div|h[1-6]|ol|p|tr|ul)>/gi, '\n')
		.replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([^]*?)<\/a>/gi, '$2 ($1)')
		.replace(/<[^>]+>/g, '')
		.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
		.replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.replace(/ *\n */g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
