import { z } from 'zod';
import { day, id, idParams, listOf, moment, page } from '../common';
import { operation } from '../operation';
import { csvQuestion } from './mappings';

/** Bytes of one bank statement. */
export const MAX_STATEMENT_BYTES = 10 * 1024 * 1024;
/** Lines of one bank statement. */
export const MAX_STATEMENT_LINES = 10_000;

const count = z.int().min( 0 );

/** A bank statement that was imported, and how far its lines are matched. */
export const bankImport = z
	.strictObject( {
		id,
		format: z.enum( [ 'camt053', 'mt940', 'csv' ] ),
		file_name: z.string(),
		/** The account it is of, an IBAN without spaces or as the bank writes it; empty where the file doesn’t say. */
		account: z.string(),
		/** Days of its first and its last line. */
		first_day: day.nullable(),
		last_day: day.nullable(),
		/** All in the file: added, and known from files before. */
		lines: count,
		added: count,
		known: count,
		/** Of those added. Open ones wait for somebody to match or ignore them. */
		open: z.strictObject( { sure: count, likely: count, none: count } ),
		matched: count,
		/** Outgoing money, and what someone chose to ignore. */
		ignored: count,
		imported_at: moment,
		imported_by: z.string(),
	} )
	.meta( { id: 'BankImport' } );
export type BankImport = z.infer< typeof bankImport >;

/** Exactly one of the two: a CSV file whose columns are not known yet imports nothing and asks what they mean. */
export const bankUpload = z
	.strictObject( { import: bankImport.nullable(), question: csvQuestion.nullable() } )
	.meta( { id: 'BankUpload' } );
export type BankUpload = z.infer< typeof bankUpload >;

export const bankImportOperations = [
	operation( {
		id: 'bank.imports',
		method: 'GET',
		path: '/bank/imports',
		summary: 'List imported bank statements, newest first',
		needs: 'staff:bill',
		query: z.strictObject( page ),
		response: listOf( bankImport ),
	} ),
	operation( {
		id: 'bank.import',
		method: 'GET',
		path: '/bank/imports/{id}',
		summary: 'Get an imported bank statement',
		needs: 'staff:bill',
		params: idParams,
		response: bankImport,
	} ),
	operation( {
		id: 'bank.upload',
		method: 'POST',
		path: '/bank/imports',
		summary: 'Import a bank statement: CAMT.053, MT940 or CSV. Lines that were imported before are left out',
		needs: 'staff:bill',
		upload: true,
		response: bankUpload,
		idempotent: true,
	} ),
	operation( {
		id: 'bank.confirm-sure',
		method: 'POST',
		path: '/bank/imports/{id}/confirm-sure',
		summary: 'Record payments for the lines of a statement whose match is sure. Call it again while some are left',
		needs: 'staff:bill',
		outside: true,
		params: idParams,
		body: z.strictObject( { send_receipts: z.boolean() } ),
		response: z.strictObject( { confirmed: count, left: count } ),
	} ),
] as const;
