import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ClientRecipients, MailPurpose } from '../../../contract/clients';
import { saidOf } from '../../../domain/clients/mail-purposes';
import { boot } from '../../../shared/boot';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import { EditRecipients } from './edit-recipients';

interface Row {
	readonly key: string;
	readonly name: string;
	readonly email: string;
	readonly mails: readonly MailPurpose[];
	readonly note?: string | undefined;
}

/** Why nothing goes to somebody, whatever was chosen. */
export const whyClosed = ( closed: 'suspended' | 'role' | null ): string | undefined =>
	( {
		suspended: __( 'Gets no emails: access is suspended.', 'counterfoil' ),
		role: __( 'Gets no emails: the role can’t see billing.', 'counterfoil' ),
		none: undefined,
	} )[ closed ?? 'none' ];

function rowsOf( { billing, contacts, copies, finance }: ClientRecipients ): Row[] {
	return [
		...( billing.email && contacts.every( ( { email } ) => email !== billing.email )
			? [ { key: 'billing', name: __( 'Billing email', 'counterfoil' ), ...billing } ]
			: [] ),
		...contacts.map( ( { id, closed, ...contact } ) => ( {
			key: String( id ),
			...contact,
			note: whyClosed( closed ),
		} ) ),
		...copies.map( ( copy ) => ( { key: copy.email, name: __( 'CC', 'counterfoil' ), ...copy } ) ),
		...( finance
			? [
					{
						key: 'finance',
						name: __( 'Your finance inbox', 'counterfoil' ),
						email: finance,
						mails: [ 'invoices', 'receipts', 'credit_notes' ] as const,
					},
				]
			: [] ),
	];
}

/** Who gets which of a client's mails; changed in a dialog. */
export function Recipients( { clientId }: { readonly clientId: number } ) {
	const { data, error, reload } = useRead( 'clients.recipients', { params: { id: clientId } } );
	const [ isEditing, setEditing ] = useState( false );
	const rows = data ? rowsOf( data ) : [];
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-client-recipients">
			<header className="counterfoil-client__header">
				<h2 id="counterfoil-client-recipients">{ __( 'Who gets emails', 'counterfoil' ) }</h2>
				{ data && boot().can.manageClients && (
					<Button variant="secondary" onClick={ () => setEditing( true ) } __next40pxDefaultSize>
						{ __( 'Change recipients', 'counterfoil' ) }
					</Button>
				) }
			</header>
			<Problem error={ error } onRetry={ reload } />
			{ data && rows.length === 0 && (
				<p className="counterfoil-panel__quiet">
					{ __( 'No one yet. Add a contact or a billing email.', 'counterfoil' ) }
				</p>
			) }
			<ul className="counterfoil-contacts">
				{ rows.map( ( { key, name, email, mails, note } ) => (
					<li key={ key } className="counterfoil-contacts__row">
						<span className="counterfoil-contacts__who">
							<strong dir="auto">{ name }</strong>
							<span className="counterfoil-contacts__address">{ email }</span>
						</span>
						<span className="counterfoil-contacts__access">
							<span className="counterfoil-contacts__quiet">
								{ note ??
									sprintf(
										/* translators: %s: kinds of emails, "Invoices, Reminders" */
										__( 'Gets: %s', 'counterfoil' ),
										saidOf( mails )
									) }
							</span>
						</span>
					</li>
				) ) }
			</ul>
			{ isEditing && data && (
				<EditRecipients clientId={ clientId } stored={ data } onClose={ () => setEditing( false ) } />
			) }
		</section>
	);
}
