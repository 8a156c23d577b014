/**
 * Runs n8n's own scanner for community packages: over the source, and over what `npm pack` would
 * publish. Exits with 1 where it finds anything.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const PUBLISHED_FILE_PATTERNS = ['**/*.js', 'package.json'];

const unpacked = mkdtempSync(join(tmpdir(), 'engagement-events-scan-'));
try {
	execFileSync('npm', ['pack', '--silent', '--pack-destination', unpacked], { stdio: 'pipe' });
	execFileSync('sh', ['-c', 'tar -xzf *.tgz --strip-components=1 && rm *.tgz'], { cwd: unpacked });

	const results = [
		['source', await analyzePackage(process.cwd(), SOURCE_FILE_PATTERNS)] as const,
		['published files', await analyzePackage(unpacked, PUBLISHED_FILE_PATTERNS)] as const,
	];
	for (const [what, { passed, message, details }] of results) {
		console.log(`n8n's scanner, ${what}: ${passed ? 'no finding' : (message ?? 'failed')}`);
		if (!passed) {
			if (details) console.log(details);
			process.exitCode = 1;
		}
	}
} finally {
	rmSync(unpacked, { recursive: true });
}
