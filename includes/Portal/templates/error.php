<?php

/** A whole page without styles, scripts or data of anybody's: see ErrorPage. No theme replaces it. */

declare(strict_types=1);

defined('ABSPATH') || exit;

?>
<!DOCTYPE html>
<html lang="<?php echo esc_attr(str_replace('_', '-', determine_locale())); ?>" dir="<?php echo is_rtl() ? 'rtl' : 'ltr'; ?>">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title><?php esc_html_e('Something went wrong', 'counterfoil'); ?></title>
    <style>
        body { margin: 0; padding: 3rem 1rem; background: #f5f5f4; color: #1c1917; font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 28rem; margin: 0 auto; padding: 2rem; border: 1px solid #e7e5e4; border-radius: 12px; background: #fff; }
        h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.25; }
        p { margin: 0 0 1.5rem; }
        a { display: inline-block; padding: .625rem 1rem; border: 1px solid #78716c; border-radius: 8px; color: inherit; font-weight: 600; text-decoration: none; }
        a:focus-visible { outline: 3px solid #1c1917; outline-offset: 2px; }
    </style>
</head>
<body>
    <main>
        <h1><?php esc_html_e('Something went wrong', 'counterfoil'); ?></h1>
        <p><?php esc_html_e('This page isn’t available right now. Nothing was changed. Please try again in a few minutes.', 'counterfoil'); ?></p>
        <a href=""><?php esc_html_e('Try again', 'counterfoil'); ?></a>
    </main>
</body>
</html>
