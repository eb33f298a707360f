import { z } from 'zod';
import { clientCreate, type ClientInput } from '../../contract/clients';
import { boot } from '../../shared/boot';
import { noAddress } from '../../shared/form/address-fields';
import type { ContactValues } from './contact-fields';

/** A new client while it is typed: nobody may be named yet, and the contact's role may be the usual one. */
export interface ClientDraft extends ClientInput {
	contact: ContactValues;
	invite: boolean;
	websites: Array< { name: string; url: string } >;
}

export const newClient = (): ClientDraft => ( {
	name: '',
	email: '',
	phone: '',
	address: noAddress,
	tax_id: '',
	kind: 'business',
	vat_id: '',
	registration_number: '',
	buyer_reference: '',
	currency: boot().currency,
	locale: '',
	bill_as: '',
	contact: { name: '', email: '' },
	invite: true,
	websites: [],
} );

/** Is anybody named who could be invited? */
export const hasContact = ( { contact }: ClientDraft ) => contact.name.trim() !== '' || contact.email.trim() !== '';

/** The request: without a contact nobody is invited. A person who is billed is its own contact. */
export function bodyOf( draft: ClientDraft ): z.input< typeof clientCreate > {
	return hasContact( draft )
		? { ...draft, contact: { ...draft.contact, name: draft.contact.name.trim() || draft.name } }
		: { ...draft, contact: null, invite: false };
}

/** Checks a draft as the request it becomes. */
export const clientDraft = z.preprocess( ( draft ) => bodyOf( draft as ClientDraft ), clientCreate );
