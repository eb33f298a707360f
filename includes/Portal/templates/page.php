<?php

/**
 * A page of ours: no theme around it. Its blocks are drawn before the head, so that what they need is in it.
 */

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portal\PortalModule;
use Counterfoil\Portal\PrivatePages;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

defined('ABSPATH') || exit;

(static function (): void {
    the_post();
    $module = Plugin::instance()->module(PortalModule::class);
    $look = $module->look($module->page()->brand());
    $content = (string) apply_filters('the_content', get_the_content());
    // Both show the brand by themselves.
    $shows_brand = ! PrivatePages::has(PrivatePages::PORTAL) && ! PrivatePages::has(PrivatePages::LOGIN);
    ?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
    <meta charset="<?php bloginfo('charset'); ?>">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title><?php echo esc_html(wp_get_document_title()); ?></title>
    <?php wp_head(); ?>
</head>
<body <?php body_class(); ?> style="<?php echo Html::escape($look->css()); ?>">
    <?php wp_body_open(); ?>
    <?php if ($shows_brand) : ?>
        <header class="cf-page__header">
            <a class="cf-brand" href="<?php echo esc_url($look->home_url); ?>">
                <?php echo Template::draw(PageTemplate::BRAND, $look); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
            </a>
        </header>
    <?php endif; ?>
    <main class="cf-page__main">
        <?php echo $content; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- the_content?>
    </main>
    <footer class="cf-page__footer">
        <p><bdi><?php echo str_replace("\n", '</bdi> · <bdi>', Html::escape(implode("\n", $look->address))); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped, then joined?></bdi></p>
        <?php if ($look->email !== '') : ?>
            <p><a href="<?php echo esc_url("mailto:{$look->email}"); ?>"><?php echo Html::escape($look->email); ?></a></p>
        <?php endif; ?>
    </footer>
    <?php wp_footer(); ?>
</body>
</html>
    <?php
})();
