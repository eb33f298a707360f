import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ApiFailure } from '../../../shared/api';
import type { Invoice } from '../../../contract/invoices';
import { Missing } from '../../../domain/invoices/missing';
import { InviteToo } from '../../../domain/invoices/invite-too';
import { areSame, type ChosenRecipients, chosenOf, RecipientsField } from '../../../domain/invoices/recipients-field';
import { formatDay } from '../../../shared/dates';
import { DialogActions } from '../../../shared/dialog-actions';
import { formatMoney } from '../../../shared/money';
import { Problem } from '../../../shared/problem';

interface Props {
	/** As it was just saved: exactly this is sent. */
	readonly invoice: Invoice;
	readonly isBusy: boolean;
	readonly failure: ApiFailure | undefined;
	/** With other recipients, where they were changed. */
	readonly onSend: ( invite: boolean, chosen: ChosenRecipients | undefined ) => void;
	readonly onClose: () => void;
}

/** The last look before an invoice can't be changed any more: how much, by when, and to whom. */
export function SendDialog( { invoice, isBusy, failure, onSend, onClose }: Props ) {
	const total = formatMoney( invoice.totals.total );
	const { recipients, recipient_choices: choices } = invoice;
	const [ chosen, setChosen ] = useState( () => chosenOf( invoice ) );
	const withoutAccess = invoice.without_access.filter( ( email ) => chosen.to.includes( email ) );
	const isChanged = ! areSame( chosen, chosenOf( invoice ) );
	const isAnybody = isChanged ? chosen.to.length > 0 : recipients.length > 0;
	const [ invite, setInvite ] = useState( false );
	const faults = Object.values( failure?.fields ?? {} ).filter( ( fault ) => fault !== failure?.message );
	return (
		<Modal
			title={
				invoice.kind === 'pro_forma'
					? __( 'Send this pro forma invoice?', 'counterfoil' )
					: __( 'Send this invoice?', 'counterfoil' )
			}
			onRequestClose={ onClose }
			size="small"
			focusOnMount="firstContentElement"
		>
			<div className="counterfoil-app counterfoil-form counterfoil-send">
				{ failure && <Problem error={ failure } /> }
				{ faults.length > 0 && (
					<ul className="counterfoil-send__faults">
						{ faults.map( ( fault ) => (
							<li key={ fault }>{ fault }</li>
						) ) }
					</ul>
				) }
				<p className="counterfoil-send__sum">
					<strong className="counterfoil-money">{ total }</strong>
					<span>
						{ sprintf(
							/* translators: 1: name of a client, 2: date */
							__( '%1$s, due %2$s', 'counterfoil' ),
							invoice.client.name,
							formatDay( invoice.due_date )
						) }
					</span>
				</p>
				{ choices.length > 0 ? (
					<RecipientsField
						invoice={ invoice }
						chosen={ chosen }
						faults={ failure?.fields }
						onChange={ setChosen }
					/>
				) : (
					<p role="alert" className="counterfoil-send__nobody">
						{ invoice.client.email
							? __(
									'The person with this client’s billing email gets no emails: their access is suspended, or their role can’t see billing. Use another billing email or add a contact, then send the invoice. The draft is saved.',
									'counterfoil'
								)
							: __(
									'This client has no email address. Add a billing email or a contact, then send the invoice. The draft is saved.',
									'counterfoil'
								) }
					</p>
				) }
				<Missing />
				<InviteToo
					addresses={ withoutAccess }
					byLink={ invoice.opens_by_link }
					checked={ invite }
					onChange={ setInvite }
				/>
				<p className="counterfoil-panel__quiet">
					{ invoice.kind === 'pro_forma'
						? __(
								'It can’t be edited after you send it. When it is paid in full, it becomes an invoice with the next invoice number.',
								'counterfoil'
							)
						: __( 'It gets the next number and can’t be edited after you send it.', 'counterfoil' ) }
				</p>
				<DialogActions onCancel={ onClose }>
					{ choices.length > 0 ? (
						<Button
							variant="primary"
							isBusy={ isBusy }
							disabled={ isBusy || ! isAnybody }
							accessibleWhenDisabled
							onClick={ () =>
								onSend( invite && withoutAccess.length > 0, isChanged ? chosen : undefined )
							}
							__next40pxDefaultSize
						>
							{ sendLabel( total ) }
						</Button>
					) : (
						<Button variant="primary" href={ `#/clients/${ invoice.client.id }` } __next40pxDefaultSize>
							{ __( 'Open client', 'counterfoil' ) }
						</Button>
					) }
				</DialogActions>
			</div>
		</Modal>
	);
}

/** Verb and amount, as every button that bills has them. */
export function sendLabel( total: string | undefined ): string {
	return total
		? sprintf(
				/* translators: %s: amount of money */
				__( 'Send %s', 'counterfoil' ),
				total
			)
		: __( 'Send', 'counterfoil' );
}
