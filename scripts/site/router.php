<?php

/**
 * Routes the requests of PHP's built-in server as a web server's rewrite rules would.
 *
 * The plugin's folder is the checkout itself, linked into the site: whatever begins with a dot (its history, its
 * caches, the demo's database) must not be had from the outside, nor the tools beside it.
 */

declare(strict_types=1);

(static function (): void {
    $path = rawurldecode((string) parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH));
    if (
        preg_match('#(^|/)\.(?!well-known(/|$))#', $path) === 1
        || preg_match('#/plugins/counterfoil/(node_modules|vendor|scripts|tests|src|includes|dist)(/|$)#', $path) === 1
        || preg_match('#/plugins/counterfoil/[^/]+\.(json|mjs|js|ts|xml|dist|neon|md)$#', $path) === 1
        || str_contains($path, "\0")
    ) {
        $_SERVER['COUNTERFOIL_ROUTE'] = 'refuse';

        return;
    }
    $file = $_SERVER['DOCUMENT_ROOT'] . $path;
    if (is_dir($file) && is_file(rtrim($file, '/') . '/index.php') && rtrim($path, '/') !== '') {
        $_SERVER['COUNTERFOIL_ROUTE'] = str_ends_with($path, '/') ? 'file' : 'slash';

        return;
    }
    $_SERVER['COUNTERFOIL_ROUTE'] = match (true) {
        ! is_file($file) => 'wordpress',
        preg_match('#\.(?:js|css)$#D', $path) === 1 && isset($_GET['ver']) => 'asset',
        default => 'file',
    };
})();

switch ($_SERVER['COUNTERFOIL_ROUTE']) {
    case 'file':
        return false;

    case 'asset':
        // As web servers are told to: a browser keeps what has its version in its address. PHP's own answer would not say so.
        (static function (string $file): void {
            header('Content-Type: ' . (str_ends_with($file, '.js') ? 'text/javascript' : 'text/css') . '; charset=utf-8');
            header('Cache-Control: public, max-age=31536000, immutable');
            readfile($file);
        })($_SERVER['DOCUMENT_ROOT'] . rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)));

        return true;

    case 'refuse':
        http_response_code(404);
        header('Content-Type: text/plain; charset=utf-8');
        echo 'Not found';

        return true;

    case 'slash':
        $query = (string) ($_SERVER['QUERY_STRING'] ?? '');
        header('Location: ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) . '/' . ($query === '' ? '' : '?' . $query), true, 301);

        return true;

    default:
        $_SERVER['SCRIPT_NAME'] = '/index.php';
        $_SERVER['PHP_SELF'] = '/index.php';
        $_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/index.php';
        unset($_SERVER['PATH_INFO']);
        if ((string) getenv('COUNTERFOIL_READ_FIRST') !== '') {
            require getenv('COUNTERFOIL_READ_FIRST');
        }
        require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
}
