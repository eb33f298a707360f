import { z } from 'zod';
import { done, id, idParams, moment } from '../common';
import { eventList, eventQuery } from '../activity';
import { operation } from '../operation';

export const note = z
	.strictObject( { id, body: z.string(), author: z.string(), created_at: moment } )
	.meta( { id: 'Note' } );

export const noteInput = z.strictObject( { body: z.string().min( 1 ).max( 5000 ).regex( /\S/ ) } );

/** What is kept of an invoice: its PDF, what happened with it, what staff wrote about it. */
export const recordOperations = [
	operation( {
		id: 'invoices.pdf',
		method: 'GET',
		path: '/invoices/{id}/pdf',
		summary: 'The PDF that was mailed; of a draft, what would be',
		needs: 'staff:view',
		params: idParams,
		response: z.string(),
		binary: 'application/pdf',
	} ),
	operation( {
		id: 'invoices.events',
		method: 'GET',
		path: '/invoices/{id}/events',
		summary: 'What happened with this invoice, newest first',
		needs: 'staff:view',
		params: idParams,
		query: eventQuery,
		response: eventList,
	} ),
	operation( {
		id: 'notes.create',
		method: 'POST',
		path: '/invoices/{id}/notes',
		summary: 'Add a note that only staff sees',
		needs: 'staff:bill',
		params: idParams,
		body: noteInput,
		response: note,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'notes.delete',
		method: 'DELETE',
		path: '/notes/{id}',
		summary: 'Delete a note of one’s own',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
] as const;
