import { z } from 'zod';
import { day, done, emailAddress, id, idParams, moment } from './common';
import { operation } from './operation';

/** All documents of a period with their tables, as one ZIP file; made in the background, kept for some days. */
export const accountantExport = z
	.strictObject( {
		id,
		state: z.enum( [ 'running', 'ready', 'failed' ] ),
		from: day,
		to: day,
		/** Documents that are in it, of so many. */
		done: z.int().min( 0 ),
		total: z.int().min( 0 ),
		/** Bytes so far. */
		/** A sentence for each document whose PDF is missing in it. */
		problems: z.array( z.string() ),
		size: z.int().min( 0 ),
		/** Empty for one that was made by itself. */
		requested_by: z.string(),
		created_at: moment,
		/** When it is deleted; null while it is not ready. */
		expires_at: moment.nullable(),
	} )
	.meta( { id: 'AccountantExport' } );
export type AccountantExport = z.infer< typeof accountantExport >;

/** Whether the month before is made on the first of each month, and whom it is mailed to. */
export const accountantSettings = z.strictObject( {
	is_on: z.boolean(),
	email: z.union( [ z.literal( '' ), emailAddress ] ),
} );
export type AccountantSettings = z.infer< typeof accountantSettings >;

export const accountantExportOperations = [
	operation( {
		id: 'accountant-exports.list',
		method: 'GET',
		path: '/accountant-exports',
		summary: 'List accountant exports, newest first',
		needs: 'staff:view',
		response: z.strictObject( { items: z.array( accountantExport ), kept_days: z.int() } ),
	} ),
	operation( {
		id: 'accountant-exports.create',
		method: 'POST',
		path: '/accountant-exports',
		summary: 'Create an accountant export of a period of up to one year, in the background',
		needs: 'staff:bill',
		body: z.strictObject( { from: day, to: day } ),
		response: accountantExport,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'accountant-exports.get',
		method: 'GET',
		path: '/accountant-exports/{id}',
		summary: 'Get an accountant export and its progress',
		needs: 'staff:view',
		params: idParams,
		response: accountantExport,
	} ),
	operation( {
		id: 'accountant-exports.delete',
		method: 'DELETE',
		path: '/accountant-exports/{id}',
		summary: 'Cancel an accountant export that is being created, or delete it',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
	operation( {
		id: 'accountant-exports.download',
		method: 'GET',
		path: '/accountant-exports/{id}/download',
		summary: 'Download an accountant export as a ZIP file',
		needs: 'staff:view',
		params: idParams,
		response: z.string(),
		binary: 'application/zip',
	} ),
	operation( {
		id: 'accountant-exports.settings',
		method: 'GET',
		path: '/settings/accountant',
		summary: 'Get whether each month is sent to the accountant',
		needs: 'staff:view',
		response: accountantSettings,
	} ),
	operation( {
		id: 'accountant-exports.update-settings',
		method: 'PUT',
		path: '/settings/accountant',
		summary: 'Update whether each month is sent to the accountant',
		needs: 'staff:settings',
		body: accountantSettings,
		response: accountantSettings,
	} ),
] as const;
