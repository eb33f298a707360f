import { walkBeside } from './beside';

/** The same walks where many hosts have them: MariaDB, with Redis as the object cache. */
walkBeside( 'mariadb', [ '--database=mariadb', '--redis' ], [ 'nobody', 'a persistent object cache' ] );
