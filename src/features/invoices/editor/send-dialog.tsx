import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ApiFailure } from '../../../shared/api';
import type { Invoice } from '../../../contract/invoices';
import { Missing } from '../../../domain/invoices/missing';
import { InviteToo } from '../../../domain/invoices/invite-too';
import { formatDay } from '../../../shared/dates';
import { DialogActions } from '../../../shared/dialog-actions';
import { formatMoney } from '../../../shared/money';
import { Problem } from '../../../shared/problem';

interface Props {
	/** As it was just saved: exactly this is sent. */
	readonly invoice: Invoice;
	readonly isBusy: boolean;
	readonly failure: ApiFailure | undefined;
	readonly onSend: ( invite: boolean ) => void;
	readonly onClose: () => void;
}

/** The last look before an invoice can't be changed any more: how much, by when, and to whom. */
export function SendDialog( { invoice, isBusy, failure, onSend, onClose }: Props ) {
	const total = formatMoney( invoice.totals.total );
	const { recipients } = invoice;
	const [ invite, setInvite ] = useState( false );
	const faults = Object.values( failure?.fields ?? {} ).filter( ( fault ) => fault !== failure?.message );
	return (
		<Modal
			title={ __( 'Send this invoice?', 'counterfoil' ) }
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
				{ recipients.length > 0 ? (
					<div>
						<h3>{ __( 'We’ll email it with the PDF to', 'counterfoil' ) }</h3>
						<ul className="counterfoil-send__recipients">
							{ recipients.map( ( address ) => (
								<li key={ address }>{ address }</li>
							) ) }
						</ul>
					</div>
				) : (
					<p role="alert" className="counterfoil-send__nobody">
						{ __(
							'This client has no email address. Add a billing email or a contact, then send the invoice. The draft is saved.',
							'counterfoil'
						) }
					</p>
				) }
				<Missing />
				<InviteToo addresses={ invoice.without_access } checked={ invite } onChange={ setInvite } />
				<p className="counterfoil-panel__quiet">
					{ __( 'It gets the next number and can’t be edited after you send it.', 'counterfoil' ) }
				</p>
				<DialogActions onCancel={ onClose }>
					{ recipients.length > 0 ? (
						<Button
							variant="primary"
							isBusy={ isBusy }
							disabled={ isBusy }
							accessibleWhenDisabled
							onClick={ () => onSend( invite && invoice.without_access.length > 0 ) }
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
