import { Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Overview } from '../../contract/reports';

/** Mail that did not leave. Silence would mean a client who was never told. */
export function MailProblems( { problems }: { readonly problems: Overview[ 'mail_problems' ] } ) {
	if ( problems.length === 0 ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false } className="counterfoil-problem">
			<strong>
				{ sprintf(
					/* translators: %d: number of mails */
					_n( '%d email couldn’t be sent.', '%d emails couldn’t be sent.', problems.length, 'counterfoil' ),
					problems.length
				) }
			</strong>
			<ul className="counterfoil-mail-problems">
				{ problems.map( ( problem, index ) => (
					<li key={ index }>
						{ problem.subject } → { problem.to }: { problem.error }
					</li>
				) ) }
			</ul>
			<a href="#/settings/emails">{ __( 'Open the email log', 'counterfoil' ) }</a>
		</Notice>
	);
}
