import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { HostFailure } from './failure.mjs';
import { runCommand } from './run-command.mjs';

export interface Certificate {
	readonly key: Buffer;
	readonly cert: Buffer;
	/** The certificate's file, for NODE_EXTRA_CA_CERTS: it is its own authority. */
	readonly certFile: string;
}

/** Makes a certificate for some host names, good for a day. */
export async function makeCertificate(
	hosts: readonly string[],
	folder: string,
): Promise<Certificate> {
	const keyFile = join(folder, 'key.pem');
	const certFile = join(folder, 'certificate.pem');
	const names = hosts.map((host) => `DNS:${host}`).join(',');
	const { code, output } = await runCommand(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'],
			...['-subj', '/CN=Stand-in', '-addext', `subjectAltName=${names}`],
			...['-keyout', keyFile, '-out', certFile],
		],
		{ cwd: folder, remedy: 'install it with apt-get install openssl' },
	);
	if (code !== 0) throw new HostFailure(`openssl made no certificate: ${output.trim()}`);
	return { key: await readFile(keyFile), cert: await readFile(certFile), certFile };
}
