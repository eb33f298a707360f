import { z } from 'zod';
import { done, emailAddress, id, idParams, line, moment } from '../common';
import { operation } from '../operation';
import { role } from './roles';

/** What a client's people can do: nothing, answer an invitation, log in, or nothing any more. */
export const access = z.enum( [ 'none', 'invited', 'active', 'suspended' ] );

export const contactInput = z.strictObject( { name: line(), email: emailAddress, role_id: id.optional() } );
export const contact = z
	.strictObject( {
		id,
		name: line(),
		email: emailAddress,
		/** They log in with it, and whoever asks may not change accounts */
		is_email_fixed: z.boolean(),
		role,
		access,
		invited_at: moment.nullable(),
		invitation_expires_at: moment.nullable(),
		last_login_at: moment.nullable(),
	} )
	.meta( { id: 'Contact' } );
export type Contact = z.infer< typeof contact >;

export const contactOperations = [
	operation( {
		id: 'contacts.create',
		method: 'POST',
		path: '/clients/{id}/contacts',
		summary: 'Add a contact, and optionally invite them',
		needs: 'staff:manage_clients',
		params: idParams,
		body: z.strictObject( {
			name: line(),
			email: emailAddress,
			role_id: id.optional(),
			invite: z.boolean().optional(),
		} ),
		response: contact,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'contacts.update',
		method: 'PUT',
		path: '/contacts/{id}',
		summary: 'Update a contact’s name, role and email address, which is also the one they log in with',
		needs: 'staff:manage_clients',
		params: idParams,
		body: z.strictObject( { name: line(), email: emailAddress, role_id: id } ),
		response: contact,
	} ),
	operation( {
		id: 'contacts.delete',
		method: 'DELETE',
		path: '/contacts/{id}',
		summary: 'Remove a contact and their access',
		needs: 'staff:manage_clients',
		params: idParams,
		response: done,
	} ),
	operation( {
		id: 'contacts.invite',
		method: 'POST',
		path: '/contacts/{id}/invitation',
		summary: 'Send an invitation; it replaces an earlier one',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
		idempotent: true,
	} ),
	operation( {
		id: 'contacts.revoke',
		method: 'DELETE',
		path: '/contacts/{id}/invitation',
		summary: 'Revoke a pending invitation',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
	} ),
	operation( {
		id: 'contacts.suspend',
		method: 'POST',
		path: '/contacts/{id}/suspend',
		summary: 'Suspend access and end all sessions immediately',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
	} ),
	operation( {
		id: 'contacts.restore',
		method: 'POST',
		path: '/contacts/{id}/restore',
		summary: 'Restore suspended access',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
	} ),
] as const;
