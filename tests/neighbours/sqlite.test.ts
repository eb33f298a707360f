import { walkBeside } from './beside';
import { NEIGHBOURS } from './neighbours';

walkBeside(
	'sqlite',
	[],
	NEIGHBOURS.map( ( { name } ) => name )
);
