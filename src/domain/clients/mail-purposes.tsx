import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { mailPurpose, type MailPurpose } from '../../contract/clients';
import './mail-purposes.scss';

/** What a client's mails are about, in words. */
export const purposeNames = (): Record< MailPurpose, string > => ( {
	invoices: __( 'Invoices', 'counterfoil' ),
	reminders: __( 'Reminders', 'counterfoil' ),
	receipts: __( 'Receipts and refunds', 'counterfoil' ),
	credit_notes: __( 'Credit notes', 'counterfoil' ),
} );

/** "All emails", "Invoices, Credit notes". */
export function saidOf( mails: readonly MailPurpose[] ): string {
	if ( mails.length === mailPurpose.options.length ) {
		return __( 'All emails', 'counterfoil' );
	}
	const names = purposeNames();
	return mails.map( ( mail ) => names[ mail ] ).join( ', ' ) || __( 'No emails', 'counterfoil' );
}

interface Props {
	/** Whose they are; read out with each. */
	readonly who: string;
	readonly mails: readonly MailPurpose[];
	readonly onChange: ( mails: MailPurpose[] ) => void;
}

/** A tick for each kind of mail. */
export function MailPurposes( { who, mails, onChange }: Props ) {
	const names = purposeNames();
	return (
		<div className="counterfoil-mail-purposes">
			{ mailPurpose.options.map( ( purpose ) => (
				<CheckboxControl
					key={ purpose }
					__nextHasNoMarginBottom
					label={ names[ purpose ] }
					aria-label={ `${ names[ purpose ] }: ${ who }` }
					checked={ mails.includes( purpose ) }
					onChange={ ( isOn ) =>
						onChange(
							mailPurpose.options.filter( ( one ) => ( one === purpose ? isOn : mails.includes( one ) ) )
						)
					}
				/>
			) ) }
		</div>
	);
}
