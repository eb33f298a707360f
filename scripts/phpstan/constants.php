<?php

/** What WordPress, wp-config.php and plugin-root.php define before any of our code runs, for PHPStan. */

declare(strict_types=1);

define('ABSPATH', '/');
define('WP_CONTENT_DIR', '/wp-content');
define('WP_DEBUG', true);
define('WPINC', 'wp-includes');
define('MINUTE_IN_SECONDS', 60);
define('HOUR_IN_SECONDS', 3600);
define('DAY_IN_SECONDS', 86400);
define('WEEK_IN_SECONDS', 604800);
define('MONTH_IN_SECONDS', 2592000);
define('YEAR_IN_SECONDS', 31536000);
define('ARRAY_A', 'ARRAY_A');
define('ARRAY_N', 'ARRAY_N');
define('OBJECT', 'OBJECT');
define('OBJECT_K', 'OBJECT_K');
define('COOKIEPATH', '/');
define('COOKIE_DOMAIN', '');
define('LOGGED_IN_COOKIE', 'wordpress_logged_in');
define('AUTH_KEY', 'auth-key');
define('AUTH_SALT', 'auth-salt');
define('DB_ENGINE', 'sqlite');
define('COUNTERFOIL_FILE', '/plugin-root.php');
define('COUNTERFOIL_VERSION', '0.1.0');
define('COOKIEHASH', 'hash');
