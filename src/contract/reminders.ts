import { z } from 'zod';
import { idParams } from './common';
import { operation } from './operation';

/** When clients are reminded of what they have to pay. */
export const reminders = z
	.strictObject( {
		is_on: z.boolean(),
		/** Days after the due date, negative before it, each once. */
		days: z.array( z.int().min( -30 ).max( 180 ) ).max( 10 ),
	} )
	.meta( { id: 'ReminderSettings' } );
export type Reminders = z.infer< typeof reminders >;

/** Whether one client is reminded at all. */
export const clientReminders = z.strictObject( { is_on: z.boolean() } ).meta( { id: 'ClientReminders' } );

export const reminderOperations = [
	operation( {
		id: 'reminders.get',
		method: 'GET',
		path: '/settings/reminders',
		summary: 'Get the reminder settings',
		needs: 'staff:view',
		response: reminders,
	} ),
	operation( {
		id: 'reminders.update',
		method: 'PUT',
		path: '/settings/reminders',
		summary: 'Update the reminder settings',
		needs: 'staff:settings',
		body: reminders,
		response: reminders,
	} ),
	operation( {
		id: 'reminders.of-client',
		method: 'GET',
		path: '/clients/{id}/reminders',
		summary: 'Get whether a client receives payment reminders',
		needs: 'staff:view',
		params: idParams,
		response: clientReminders,
	} ),
	operation( {
		id: 'reminders.change',
		method: 'PUT',
		path: '/clients/{id}/reminders',
		summary: 'Turn payment reminders for a client on or off',
		needs: 'staff:manage_clients',
		params: idParams,
		body: clientReminders,
		response: clientReminders,
	} ),
] as const;
