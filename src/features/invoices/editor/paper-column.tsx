import { memo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Paper } from '../../../contract/documents';
import { InvoicePaper } from '../../../documents/paper';

interface Props {
	/** The last good one. */
	readonly paper: Paper | undefined;
	readonly isStale: boolean;
}

/** Drawn again when there is another paper, not with every key. */
const Paper = memo( InvoicePaper );

/** The invoice as the client will see it, beside what is typed. */
export function PaperColumn( { paper, isStale }: Props ) {
	return (
		<section
			className={ `counterfoil-editor__paper${ isStale ? ' is-stale' : '' }` }
			aria-label={ __( 'Invoice as the client will see it', 'counterfoil' ) }
			// It scrolls when the invoice is long: the keyboard has to get to it.
			tabIndex={ 0 }
		>
			{ paper ? <Paper paper={ paper } /> : <div className="counterfoil-editor__sheet" aria-hidden="true" /> }
		</section>
	);
}
