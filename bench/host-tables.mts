/** Writes the tables of docs/scaling.md anew, from `bench/host-results.json` and the queue test's. */
import { writeTables } from './host/docs-tables.mjs';

await writeTables();
