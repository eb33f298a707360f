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
		summary: 'Get the PDF that was emailed, or the PDF preview of a draft',
		needs: 'staff:view',
		params: idParams,
		response: z.string(),
		binary: 'application/pdf',
	} ),
	operation( {
		id: 'invoices.events',
		method: 'GET',
		path: '/invoices/{id}/events',
		summary: 'List an invoice’s activity, newest first',
		needs: 'staff:view',
		params: idParams,
		query: eventQuery,
		response: eventList,
	} ),
	operation( {
		id: 'notes.create',
		method: 'POST',
		path: '/invoices/{id}/notes',
		summary: 'Add a note that only staff can see',
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
		summary: 'Delete your own note',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
] as const;
