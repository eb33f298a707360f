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
		summary: 'Add a contact, and invite it',
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
		summary: 'Change name and role, and the e-mail while there is no log-in yet',
		needs: 'staff:manage_clients',
		params: idParams,
		body: z.strictObject( { name: line(), email: emailAddress, role_id: id } ),
		response: contact,
	} ),
	operation( {
		id: 'contacts.delete',
		method: 'DELETE',
		path: '/contacts/{id}',
		summary: 'Take a contact and its access away',
		needs: 'staff:manage_clients',
		params: idParams,
		response: done,
	} ),
	operation( {
		id: 'contacts.invite',
		method: 'POST',
		path: '/contacts/{id}/invitation',
		summary: 'Send an invitation; an earlier one ends',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
		idempotent: true,
	} ),
	operation( {
		id: 'contacts.revoke',
		method: 'DELETE',
		path: '/contacts/{id}/invitation',
		summary: 'Take an open invitation back',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
	} ),
	operation( {
		id: 'contacts.suspend',
		method: 'POST',
		path: '/contacts/{id}/suspend',
		summary: 'End access at once, open sessions too',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
	} ),
	operation( {
		id: 'contacts.restore',
		method: 'POST',
		path: '/contacts/{id}/restore',
		summary: 'Give suspended access back',
		needs: 'staff:manage_clients',
		params: idParams,
		response: contact,
	} ),
] as const;
