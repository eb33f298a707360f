import { z } from 'zod';
import { done, id, idParams, moment, optionalLine } from '../common';
import { operation } from '../operation';

/** The number of a column, from 0. */
const column = z.int().min( 0 ).max( 199 );

/** What the columns of a CSV file mean. Amounts are in one signed column, or in one for money in and one for money out. */
export const csvMapping = z
	.strictObject( {
		separator: z.enum( [ ',', ';', '\t', '|' ] ),
		encoding: z.enum( [ 'UTF-8', 'Windows-1250', 'Windows-1252', 'ISO-8859-2', 'CP852' ] ),
		decimal: z.enum( [ ',', '.' ] ),
		date_format: z.enum( [
			'YYYY-MM-DD',
			'YYYY/MM/DD',
			'YYYYMMDD',
			'DD.MM.YYYY',
			'DD.MM.YY',
			'DD-MM-YYYY',
			'DD/MM/YYYY',
			'MM/DD/YYYY',
		] ),
		date: column,
		amount: column.nullable(),
		credit: column.nullable(),
		debit: column.nullable(),
		/** Says of an amount without a sign whether it came or went: “C” or “D”, “Bij” or “Af”. */
		direction: column.nullable().optional(),
		currency_column: column.nullable(),
		/** Where no column says it. */
		currency: z.string().regex( /^([A-Z]{3})?$/ ),
		name: column.nullable(),
		account: column.nullable(),
		/** What the transfer is for; several are joined. */
		text: z.array( column ).max( 10 ),
		reference: column.nullable(),
		/** The account these files are of; may be empty. */
		own_account: optionalLine( 40 ),
	} )
	.meta( { id: 'CsvMapping' } );
export type CsvMapping = z.infer< typeof csvMapping >;

/** Stands for a header: files with the same columns have the same one. */
const shape = z.string().regex( /^[0-9a-f]{64}$/ );

/** Asked once for each header: what its columns mean. Save the answer, then upload the file again. */
export const csvQuestion = z
	.strictObject( {
		shape,
		columns: z.array( z.strictObject( { name: z.string(), samples: z.array( z.string() ) } ) ),
		/** A guess to start from. */
		mapping: csvMapping,
	} )
	.meta( { id: 'CsvQuestion' } );
export type CsvQuestion = z.infer< typeof csvQuestion >;

export const savedMapping = z
	.strictObject( { id, shape, columns: z.array( z.string() ), mapping: csvMapping, saved_at: moment } )
	.meta( { id: 'SavedCsvMapping' } );
export type SavedMapping = z.infer< typeof savedMapping >;

export const bankMappingOperations = [
	operation( {
		id: 'bank.mappings',
		method: 'GET',
		path: '/bank/mappings',
		summary: 'List the column mappings that are remembered for CSV bank statements',
		needs: 'staff:bill',
		response: z.strictObject( { items: z.array( savedMapping ) } ),
	} ),
	operation( {
		id: 'bank.save-mapping',
		method: 'POST',
		path: '/bank/mappings',
		summary: 'Remember what the columns of CSV bank statements with a header mean',
		needs: 'staff:bill',
		body: z.strictObject( {
			shape,
			columns: z.array( z.string().max( 190 ) ).min( 1 ).max( 200 ),
			mapping: csvMapping,
		} ),
		response: savedMapping,
	} ),
	operation( {
		id: 'bank.delete-mapping',
		method: 'DELETE',
		path: '/bank/mappings/{id}',
		summary: 'Forget a column mapping',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
] as const;
