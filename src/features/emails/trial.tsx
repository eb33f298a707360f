import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { EmailTrial } from '../../contract/emails';
import { ApiFailure, call, type ResponseOf } from '../../shared/api';
import { Problem } from '../../shared/problem';
import { toast } from '../../shared/toasts';

/** What a mail will look like with what is typed, on the screen or in one's own inbox. */
export function Trial( { trial }: { readonly trial: EmailTrial } ) {
	const [ shown, setShown ] = useState< ResponseOf< 'emails.preview' > >();
	const [ busy, setBusy ] = useState< 'preview' | 'test' >();
	const [ error, setError ] = useState< ApiFailure >();
	const run = async ( which: 'preview' | 'test', work: () => Promise< void > ) => {
		setBusy( which );
		setError( undefined );
		try {
			await work();
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		}
		setBusy( undefined );
	};
	const preview = () => run( 'preview', async () => setShown( await call( 'emails.preview', { body: trial } ) ) );
	const test = () =>
		run( 'test', async () => {
			const { sent_to: address } = await call( 'emails.test', { body: trial } );
			/* translators: %s: e-mail address */
			toast( sprintf( __( 'Test email sent to %s.', 'counterfoil' ), address ) );
		} );
	return (
		<>
			<Problem error={ error } onDismiss={ () => setError( undefined ) } />
			<div className="counterfoil-form__actions">
				<Button
					variant="secondary"
					isBusy={ busy === 'preview' }
					disabled={ busy !== undefined }
					accessibleWhenDisabled
					onClick={ () => void preview() }
					__next40pxDefaultSize
				>
					{ shown ? __( 'Update preview', 'counterfoil' ) : __( 'Preview', 'counterfoil' ) }
				</Button>
				<Button
					variant="tertiary"
					isBusy={ busy === 'test' }
					disabled={ busy !== undefined }
					accessibleWhenDisabled
					onClick={ () => void test() }
					__next40pxDefaultSize
				>
					{ __( 'Email me a test', 'counterfoil' ) }
				</Button>
			</div>
			{ shown && (
				<figure className="counterfoil-emails__preview">
					<figcaption>
						{
							/* translators: %s: subject of an email */
							sprintf( __( 'Subject: %s', 'counterfoil' ), shown.subject )
						}
					</figcaption>
					{ /* Nothing in it can run, open or be sent. */ }
					<iframe sandbox="" srcDoc={ shown.html } title={ __( 'Preview of the email', 'counterfoil' ) } />
				</figure>
			) }
		</>
	);
}
