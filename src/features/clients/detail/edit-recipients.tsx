import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { type ClientRecipients, MAX_COPIES, recipientsInput, type RecipientsInput } from '../../../contract/clients';
import { MailPurposes } from '../../../domain/clients/mail-purposes';
import { FormDialog } from '../../../shared/form/form-dialog';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { whyClosed } from './recipients';

const valuesOf = ( { billing, contacts, copies }: ClientRecipients ): RecipientsInput => ( {
	billing: billing.mails,
	contacts: contacts.map( ( { id, mails } ) => ( { id, mails } ) ),
	copies,
} );

interface Props {
	readonly clientId: number;
	readonly stored: ClientRecipients;
	readonly onClose: () => void;
}

/** Ticks for each person of a client, and who else gets copies. */
export function EditRecipients( { clientId, stored, onClose }: Props ) {
	const form = useForm( {
		schema: recipientsInput,
		initial: valuesOf( stored ),
		command: useCommand( 'clients.choose-recipients' ),
		request: ( body ) => ( { params: { id: clientId }, body } ),
		onDone: () => {
			toast( __( 'Recipients saved.', 'counterfoil' ) );
			onClose();
		},
	} );
	const { copies } = form.values;
	const isOwn = stored.billing.email && stored.contacts.every( ( { email } ) => email !== stored.billing.email );
	return (
		<FormDialog
			title={ __( 'Who gets emails', 'counterfoil' ) }
			button={ __( 'Save recipients', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			{ isOwn && (
				<fieldset className="counterfoil-recipients__person">
					<legend>{ __( 'Billing email', 'counterfoil' ) }</legend>
					<p>{ stored.billing.email }</p>
					<MailPurposes
						who={ stored.billing.email }
						mails={ form.values.billing }
						onChange={ ( billing ) => form.set( { billing } ) }
					/>
				</fieldset>
			) }
			{ stored.contacts.map( ( { id, name, email, closed }, index ) => {
				const person = form.item( 'contacts', index );
				return (
					<fieldset key={ id } className="counterfoil-recipients__person">
						<legend dir="auto">{ name }</legend>
						<p>{ email }</p>
						{ closed ? (
							<p className="counterfoil-panel__quiet">{ whyClosed( closed ) }</p>
						) : (
							<MailPurposes
								who={ name }
								mails={ person.values.mails }
								onChange={ ( mails ) => person.set( { mails } ) }
							/>
						) }
					</fieldset>
				);
			} ) }
			<fieldset className="counterfoil-recipients__copies">
				<legend>{ __( 'CC', 'counterfoil' ) }</legend>
				<p className="counterfoil-panel__quiet">
					{ sprintf(
						/* translators: %d: how many at most */
						__(
							'Up to %d people without an account, for example a bookkeeper. Each gets a separate copy without links to the portal.',
							'counterfoil'
						),
						MAX_COPIES
					) }
				</p>
				{ copies.map( ( copy, index ) => {
					const item = form.item( 'copies', index );
					return (
						<div key={ index } className="counterfoil-recipients__copy">
							<div>
								<TextField
									label={ __( 'CC email', 'counterfoil' ) }
									type="email"
									autoComplete="off"
									{ ...item.field( 'email' ) }
								/>
								<Button
									icon={ closeSmall }
									label={ sprintf(
										/* translators: %s: email address */
										__( 'Remove %s', 'counterfoil' ),
										copy.email || __( 'CC email', 'counterfoil' )
									) }
									onClick={ () => form.set( { copies: copies.filter( ( one ) => one !== copy ) } ) }
									__next40pxDefaultSize
								/>
							</div>
							<MailPurposes
								who={ copy.email }
								mails={ copy.mails }
								onChange={ ( mails ) => item.set( { mails } ) }
							/>
						</div>
					);
				} ) }
				{ copies.length < MAX_COPIES && (
					<Button
						variant="secondary"
						onClick={ () =>
							form.set( { copies: [ ...copies, { email: '', mails: [ 'invoices', 'credit_notes' ] } ] } )
						}
						__next40pxDefaultSize
					>
						{ __( 'Add CC', 'counterfoil' ) }
					</Button>
				) }
			</fieldset>
		</FormDialog>
	);
}
