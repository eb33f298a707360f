import { Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatMoment } from '../../shared/dates';
import { useRead } from '../../shared/store';

/** Mail that does not get out, why, and what to do. */
export function Unsent() {
	const { data } = useRead( 'emails.unsent', {} );
	const count = data ? data.given_up + data.failing : 0;
	if ( ! data?.since || count === 0 ) {
		return null;
	}
	return (
		<Notice status="error" isDismissible={ false } className="counterfoil-problem">
			<strong>
				{ sprintf(
					/* translators: 1: number of emails, 2: date and time */
					_n(
						'%1$d email couldn’t be sent since %2$s.',
						'%1$d emails couldn’t be sent since %2$s.',
						count,
						'counterfoil'
					),
					count,
					formatMoment( data.since )
				) }
			</strong>{ ' ' }
			{ data.reason !== '' &&
				sprintf(
					/* translators: %s: why, in the mail server's words */
					__( 'The last reason was: %s', 'counterfoil' ),
					data.reason
				) }{ ' ' }
			{ data.failing > 0
				? __(
						'We keep retrying for up to two days. Check this site’s mail settings or contact your host.',
						'counterfoil'
					)
				: __(
						'Check this site’s mail settings or contact your host, then resend the emails from the log below.',
						'counterfoil'
					) }
		</Notice>
	);
}
