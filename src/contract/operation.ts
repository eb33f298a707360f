import type { z } from 'zod';

/**
 * What the caller needs. The server asks for it before anything else, and the tests walk every operation as everybody:
 * - `staff:bill`: the agency's staff with the WordPress capability `counterfoil_bill`
 * - `contact:billing.view`: a client's contact whose role has the permission
 * - `payer:billing.manage`: the same, also while the client’s portal access is suspended: for what is still to be paid
 * - `link`: whoever opened a mailed link to one bill, and for that bill only
 * - `person`: anybody who is logged in
 * - `visitor`: anybody, from a page of this site
 */
export type Need =
	| `staff:${ 'view' | 'bill' | 'refund' | 'manage_clients' | 'settings' }`
	| `contact:${ 'billing' | 'subscriptions' | 'websites' | 'account' | 'team' }.${ 'view' | 'manage' }`
	| `payer:billing.${ 'view' | 'manage' }`
	| 'link'
	| 'person'
	| 'visitor';

/**
 * One REST operation below `/wp-json/counterfoil/v1`.
 *
 * `id` is what PHP binds its handler to. `params` are the placeholders of `path`, `query` the
 * query string, `body` the JSON body; a part left out accepts nothing.
 */
export interface Operation {
	readonly id: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly path: string;
	readonly summary: string;
	readonly needs: Need;
	/** It calls a gateway, or has WordPress write pages, so it is never run in a transaction. */
	readonly outside?: boolean;
	readonly params?: z.ZodType;
	readonly query?: z.ZodType;
	readonly body?: z.ZodType;
	readonly response: z.ZodType;
	/** HTTP status of success; 200 when left out. */
	readonly status?: number;
	/** Takes an `Idempotency-Key` header: the same key twice is one effect and one answer. */
	readonly idempotent?: boolean;
	/** Takes one file as multipart/form-data, in the part `file`. */
	readonly upload?: boolean;
	/** Answers with a file instead of JSON. */
	readonly binary?: 'application/pdf' | 'application/zip' | 'application/octet-stream' | 'text/csv';
	/** A query that is sent by POST because of its size; changes nothing. */
	readonly safe?: boolean;
}

/** Keeps the literal types of an operation, so that callers get its request and response types. */
export function operation< const O extends Operation >( definition: O ): O {
	return definition;
}
