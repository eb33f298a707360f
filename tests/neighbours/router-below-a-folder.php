<?php

/** As a web server's rewrite rules for a WordPress in /blog/ would: what is no file there is WordPress'. */

declare(strict_types=1);

$counterfoil_path = rawurldecode((string) parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH));
$counterfoil_file = $_SERVER['DOCUMENT_ROOT'] . $counterfoil_path;
if (! str_starts_with($counterfoil_path, '/blog/')) {
    http_response_code(404);
    echo 'Another site';

    return true;
}
if ($counterfoil_path !== '/blog/' && (is_file($counterfoil_file) || (str_ends_with($counterfoil_path, '/') && is_file("{$counterfoil_file}index.php")))) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = '/blog/index.php';
$_SERVER['PHP_SELF'] = '/blog/index.php';
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/blog/index.php';
unset($_SERVER['PATH_INFO']);
// Where this script decides, nothing is read before it.
require_once $_SERVER['DOCUMENT_ROOT'] . '/first.php';
require $_SERVER['DOCUMENT_ROOT'] . '/blog/index.php';
