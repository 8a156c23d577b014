import { NodeOperationError, type IHookFunctions, type IHttpRequestMethods } from 'n8n-workflow';

const TIMEOUT_MILLISECONDS = 3_000;
/** The types of n8n lack it; it goes out as it is. */
const OPTIONS: string = 'OPTIONS';

const ADDRESS = /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/;
const SET_WEBHOOK_URL =
	'Set WEBHOOK_URL to the address of this n8n, one that n8n itself reaches, too, and restart it';

/**
 * Finds out whether n8n reaches one of its own addresses. It answers OPTIONS there, and starts nothing.
 *
 * @throws NodeOperationError with what to set in its message, which is all that n8n shows
 */
export async function requireReachable(context: IHookFunctions, url: string): Promise<void> {
	const problem = await problemWith(context, url);
	if (problem === undefined) return;
	throw new NodeOperationError(
		context.getNode(),
		`The sample cannot be sent to ${new URL(url).origin}, where the Test URL is. ${problem}. Or choose the next real event under Test Event.`,
	);
}

async function problemWith(context: IHookFunctions, url: string): Promise<string | undefined> {
	try {
		const { statusCode } = (await context.helpers.httpRequest({
			method: OPTIONS as IHttpRequestMethods,
			url,
			timeout: TIMEOUT_MILLISECONDS,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		})) as { statusCode: number };
		if (statusCode >= 200 && statusCode < 300) return undefined;
		return statusCode >= 300 && statusCode < 400
			? `It redirects to another address. ${SET_WEBHOOK_URL}`
			: `It answers with ${statusCode}: what stands in front of n8n must let n8n itself through`;
	} catch (error) {
		return remedyFor(String(error instanceof Error ? error.message : error), new URL(url).hostname);
	}
}

/** @param reason as Node.js or n8n says it; its codes are what n8n makes other messages of */
function remedyFor(reason: string, hostname: string): string {
	// By N8N_SSRF_PROTECTION_ENABLED: "The request was blocked because it resolves to a restricted …".
	if (/request was blocked/i.test(reason)) {
		return ADDRESS.test(hostname)
			? `n8n's SSRF protection blocks it: add ${hostname} to N8N_SSRF_ALLOWED_IP_RANGES and restart n8n`
			: `n8n's SSRF protection blocks it: add ${hostname} to N8N_SSRF_ALLOWED_HOSTNAMES and restart n8n`;
	}
	if (/certificate/i.test(reason)) {
		return 'Its certificate is not one that n8n trusts: use one that is, or name the file of its issuer in NODE_EXTRA_CA_CERTS and restart n8n';
	}
	if (/timeout|ETIMEDOUT/i.test(reason))
		return `It does not answer in 3 seconds. ${SET_WEBHOOK_URL}`;
	return `n8n does not reach it. ${SET_WEBHOOK_URL}`;
}
