import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { MAX_COPIES } from '../../contract/clients';
import { emailAddress } from '../../contract/common';
import { TextField } from '../../shared/form/text-field';

interface Props {
	readonly emails: readonly string[];
	/** By their place in the list. */
	readonly errorOf: ( index: number ) => string | undefined;
	readonly onChange: ( emails: string[] ) => void;
}

/** Why an address can't be added; undefined when it can. */
export function whyNotAdded( typed: string, emails: readonly string[] ): string | undefined {
	if ( ! emailAddress.safeParse( typed ).success ) {
		return __( 'Enter an email address, for example name@example.com.', 'counterfoil' );
	}
	return emails.some( ( email ) => email.toLowerCase() === typed.toLowerCase() )
		? __( 'This address is already in the list. Remove one of the two.', 'counterfoil' )
		: undefined;
}

/** Addresses for copies, added one by one. */
export function CcField( { emails, errorOf, onChange }: Props ) {
	const [ typed, setTyped ] = useState( '' );
	const [ error, setError ] = useState< string | undefined >();
	const add = () => {
		const email = typed.trim();
		const wrong = whyNotAdded( email, emails );
		setError( wrong );
		if ( wrong === undefined ) {
			onChange( [ ...emails, email ] );
			setTyped( '' );
		}
	};
	return (
		<div className="counterfoil-cc">
			{ emails.length > 0 && (
				<ul>
					{ emails.map( ( email, index ) => (
						<li key={ email }>
							<span>{ email }</span>
							<Button
								icon={ closeSmall }
								size="small"
								/* translators: %s: email address */
								label={ sprintf( __( 'Remove %s', 'counterfoil' ), email ) }
								onClick={ () => onChange( emails.filter( ( one ) => one !== email ) ) }
							/>
							{ errorOf( index ) && <p role="alert">{ errorOf( index ) }</p> }
						</li>
					) ) }
				</ul>
			) }
			{ emails.length < MAX_COPIES && (
				<div className="counterfoil-cc__add">
					<TextField
						label={ __( 'Add CC (optional)', 'counterfoil' ) }
						type="email"
						autoComplete="off"
						value={ typed }
						error={ error }
						onChange={ ( text ) => {
							setTyped( text );
							setError( undefined );
						} }
						onKeyDown={ ( event ) => {
							if ( event.key === 'Enter' ) {
								event.preventDefault();
								add();
							}
						} }
					/>
					<Button variant="secondary" onClick={ add } __next40pxDefaultSize>
						{ __( 'Add', 'counterfoil' ) }
					</Button>
				</div>
			) }
		</div>
	);
}
