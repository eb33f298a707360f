import { Disabled } from '@wordpress/components';
import ServerSideRender from '@wordpress/server-side-render';

interface Props {
	block: string;
	attributes: Record< string, unknown >;
}

/** What the server makes of the block, with sample data; it is looked at, not used. */
export function Preview( { block, attributes }: Props ) {
	return (
		<Disabled>
			<ServerSideRender block={ block } attributes={ attributes } />
		</Disabled>
	);
}
