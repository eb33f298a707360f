import { z } from 'zod';
import { day, id, idParams, listOf, moment, money, optionalLine, page, price } from '../common';
import { operation } from '../operation';

const named = z.strictObject( { id, name: z.string() } );
const bill = z.strictObject( { id, number: z.string() } );

export const bankMatch = z.enum( [ 'sure', 'likely', 'none' ] );
export type BankMatch = z.infer< typeof bankMatch >;

export const bankEntryState = z.enum( [ 'open', 'matched', 'ignored' ] );

/** What an open line seems to pay. */
export const bankProposal = z
	.strictObject( {
		client: named,
		/** Empty where it is for no invoice: all of it would be the client’s credit. */
		parts: z.array( z.strictObject( { invoice: bill, due: money, amount: money } ) ),
		/** What is over and would be the client’s credit. */
		rest: money,
	} )
	.meta( { id: 'BankProposal' } );
export type BankProposal = z.infer< typeof bankProposal >;

/** What a line was matched with: the payment that was recorded. */
export const bankResult = z
	.strictObject( {
		payment_id: id,
		client: named,
		parts: z.array( z.strictObject( { invoice: bill, amount: money } ) ),
		rest: money,
		matched_at: moment,
		/** Empty where it was matched automatically. */
		matched_by: z.string(),
	} )
	.meta( { id: 'BankResult' } );

/** A line of a bank statement. */
export const bankEntry = z
	.strictObject( {
		id,
		import_id: id,
		booked_on: day,
		/** Below zero where money went out. */
		amount: money,
		/** Who paid, or was paid. */
		name: z.string(),
		/** Their account, an IBAN without spaces or as the bank writes it. */
		account: z.string(),
		/** What the transfer says it is for. */
		text: z.string(),
		/** A structured reference, "RF18…", or the bank’s own reference. */
		reference: z.string(),
		state: bankEntryState,
		match: bankMatch,
		/** One sentence: why it is sure or likely, why nothing was found, or why it is ignored. */
		why: z.string(),
		/** Of open lines for which something was found. */
		proposal: bankProposal.nullable(),
		/** Of matched lines. */
		result: bankResult.nullable(),
		/** What can be done with it now. */
		may: z.strictObject( { confirm: z.boolean(), ignore: z.boolean(), undo: z.boolean() } ),
	} )
	.meta( { id: 'BankEntry' } );
export type BankEntry = z.infer< typeof bankEntry >;

export const bankEntryOperations = [
	operation( {
		id: 'bank.entries',
		method: 'GET',
		path: '/bank/entries',
		summary: 'List lines of imported bank statements, newest day first',
		needs: 'staff:bill',
		query: z.strictObject( {
			...page,
			import_id: id.optional(),
			state: bankEntryState.optional(),
			match: bankMatch.optional(),
			/** A part of a payer’s name or account, or of what the transfer says it is for. */
			search: optionalLine( 100 ).optional(),
		} ),
		response: listOf( bankEntry ),
	} ),
	operation( {
		id: 'bank.entry',
		method: 'GET',
		path: '/bank/entries/{id}',
		summary: 'Get a line of a bank statement',
		needs: 'staff:bill',
		params: idParams,
		response: bankEntry,
	} ),
	operation( {
		id: 'bank.split',
		method: 'GET',
		path: '/bank/entries/{id}/split',
		summary: 'Get how what came with a line is shared among chosen invoices of a client, the longest due first',
		needs: 'staff:bill',
		params: idParams,
		query: z.strictObject( {
			client_id: id,
			/** Ids with commas between them; left out where all of it is the client’s credit. */
			invoice_ids: z
				.string()
				.regex( /^[1-9]\d{0,17}(,[1-9]\d{0,17}){0,99}$/ )
				.optional(),
		} ),
		response: bankProposal,
	} ),
	operation( {
		id: 'bank.confirm',
		method: 'POST',
		path: '/bank/entries/{id}/confirm',
		summary:
			'Record the payment of a line: for one invoice, for several, or as the client’s credit. What is over is credit',
		needs: 'staff:bill',
		outside: true,
		params: idParams,
		body: z.strictObject( {
			client_id: id,
			/** Together at most what came. */
			parts: z.array( z.strictObject( { invoice_id: id, amount: price } ) ).max( 100 ),
			send_receipt: z.boolean(),
		} ),
		response: bankEntry,
		idempotent: true,
	} ),
	operation( {
		id: 'bank.ignore',
		method: 'POST',
		path: '/bank/entries/{id}/ignore',
		summary: 'Ignore a line: it pays no invoice',
		needs: 'staff:bill',
		params: idParams,
		response: bankEntry,
	} ),
	operation( {
		id: 'bank.undo',
		method: 'POST',
		path: '/bank/entries/{id}/undo',
		summary: 'Undo a match with a counter-entry, or stop ignoring a line; it is open again',
		needs: 'staff:bill',
		outside: true,
		params: idParams,
		response: bankEntry,
		idempotent: true,
	} ),
] as const;
