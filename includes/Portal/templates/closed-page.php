<?php

/** A whole page, for an address whose page is gone: nothing of the theme, nothing that has to be loaded. */

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Business\Look $view */

defined('ABSPATH') || exit;

?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <title><?php echo Html::escape($view->name); ?></title>
    <style>body{margin:0;background:#f6f8fa;color:#1a1f36;font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}main{max-width:28rem;margin:12vh auto;padding:2rem;border-radius:12px;background:#fff;box-shadow:0 1px 3px rgb(26 31 54/16%)}h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.3}p{margin:0 0 .75rem}a{color:inherit}</style>
</head>
<body>
    <main>
        <h1><?php esc_html_e('The portal isn’t available right now', 'counterfoil'); ?></h1>
        <p><?php esc_html_e('Your data is safe. Please try again later.', 'counterfoil'); ?></p>
        <?php if ($view->email !== '') : ?>
            <p><?php esc_html_e('Need something now?', 'counterfoil'); ?> <a href="<?php echo esc_url("mailto:{$view->email}"); ?>"><?php esc_html_e('Contact us', 'counterfoil'); ?></a></p>
        <?php endif; ?>
    </main>
</body>
</html>
