import { Button, CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../contract/invoices';
import { CcField } from './cc-field';
import './recipients-field.scss';

export interface ChosenRecipients {
	readonly to: string[];
	/** Without the agency's own inbox, which is not chosen here. */
	readonly cc: string[];
}

type Delivered = Pick< Invoice, 'recipients' | 'copies' | 'recipient_choices' | 'finance_copy' >;

/** Who gets it as things stand. */
export const chosenOf = ( { recipients, copies, finance_copy: finance }: Delivered ): ChosenRecipients => ( {
	to: recipients,
	cc: copies.filter( ( email ) => email !== finance ),
} );

export const areSame = ( one: ChosenRecipients, other: ChosenRecipients ): boolean =>
	JSON.stringify( [ [ ...one.to ].sort(), one.cc ] ) === JSON.stringify( [ [ ...other.to ].sort(), other.cc ] );

interface Props {
	readonly invoice: Delivered;
	readonly chosen: ChosenRecipients;
	/** What the server found wrong, by pointer: "/cc/0". */
	readonly faults?: Readonly< Record< string, string > > | undefined;
	readonly onChange: ( chosen: ChosenRecipients ) => void;
}

/** "Send to … · CC …", and the fields to change it for this one invoice. */
export function RecipientsField( { invoice, chosen, faults = {}, onChange }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const { finance_copy: finance } = invoice;
	if ( ! isOpen ) {
		return (
			<div className="counterfoil-recipients-field">
				<dl>
					<Said label={ __( 'Send to', 'counterfoil' ) } emails={ chosen.to } />
					{ chosen.cc.length > 0 && <Said label={ __( 'CC', 'counterfoil' ) } emails={ chosen.cc } /> }
					{ finance && <Said label={ __( 'Your copy', 'counterfoil' ) } emails={ [ finance ] } /> }
				</dl>
				<Button variant="secondary" size="compact" onClick={ () => setOpen( true ) }>
					{ __( 'Change recipients', 'counterfoil' ) }
				</Button>
			</div>
		);
	}
	return (
		<div className="counterfoil-recipients-field">
			<fieldset>
				<legend>{ __( 'Send to', 'counterfoil' ) }</legend>
				{ invoice.recipient_choices.map( ( { email, name } ) => (
					<CheckboxControl
						key={ email }
						__nextHasNoMarginBottom
						label={ name && name !== email ? `${ name } · ${ email }` : email }
						checked={ chosen.to.includes( email ) }
						onChange={ ( isOn ) =>
							onChange( {
								...chosen,
								to: isOn ? [ ...chosen.to, email ] : chosen.to.filter( ( one ) => one !== email ),
							} )
						}
					/>
				) ) }
				{ chosen.to.length === 0 && (
					<p role="alert">
						{ __( 'No one receives this invoice. Choose at least one recipient.', 'counterfoil' ) }
					</p>
				) }
			</fieldset>
			<fieldset>
				<legend>{ __( 'CC', 'counterfoil' ) }</legend>
				<CcField
					emails={ chosen.cc }
					errorOf={ ( index ) => faults[ `/cc/${ index }` ] }
					onChange={ ( cc ) => onChange( { ...chosen, cc } ) }
				/>
			</fieldset>
			{ finance && (
				<p>
					{ sprintf(
						/* translators: %s: email address */
						__( 'A copy also goes to your finance inbox, %s.', 'counterfoil' ),
						finance
					) }
				</p>
			) }
			<p>
				{ __( 'This changes this invoice only. To change all future emails, open the client.', 'counterfoil' ) }
			</p>
		</div>
	);
}

function Said( { label, emails }: { readonly label: string; readonly emails: readonly string[] } ) {
	return (
		<div>
			<dt>{ label }</dt>
			{ emails.map( ( email ) => (
				<dd key={ email }>{ email }</dd>
			) ) }
		</div>
	);
}
