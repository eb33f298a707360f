import { Notice } from '@wordpress/components';
import type { FieldErrors } from '../../../shared/form/errors';

/** What the PDF can't show and no field of this form is about: the agency's own details, the footer. */
const ELSEWHERE = [ 'seller', 'footer' ];

interface Props {
	readonly sentences: FieldErrors;
}

export function Unprintable( { sentences }: Props ) {
	const said = ELSEWHERE.flatMap( ( field ) => sentences[ field ] ?? [] );
	return said.length === 0 ? null : (
		<Notice status="warning" isDismissible={ false } className="counterfoil-problem">
			{ said.map( ( sentence ) => (
				<p key={ sentence }>{ sentence }</p>
			) ) }
		</Notice>
	);
}
