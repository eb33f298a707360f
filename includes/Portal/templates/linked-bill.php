<?php

declare(strict_types=1);

use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\LinkedBillView $view */

defined('ABSPATH') || exit;

$tag = $view->heading;
?>
<div class="cf-portal" style="<?php echo Html::escape($view->look->css()); ?>">
    <a class="cf-skip" href="#cf-content"><?php esc_html_e('Skip to content', 'counterfoil'); ?></a>
    <div class="cf-bar cf-bar--bill">
        <span class="cf-brand">
            <?php echo Template::draw(PageTemplate::BRAND, $view->look); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
        </span>
        <a class="cf-bar__login" href="<?php echo esc_url($view->login_url); ?>" rel="noreferrer"><?php esc_html_e('Log in', 'counterfoil'); ?></a>
    </div>
    <div class="cf-content" id="cf-content" tabindex="-1">
        <div class="cf-titles">
            <<?php echo tag_escape($tag); ?> class="cf-title"><bdi><?php echo Html::escape($view->title); ?></bdi></<?php echo tag_escape($tag); ?>>
        </div>
        <?php echo $view->content; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- drawn by another template?>
        <?php if ($view->email !== '') : ?>
            <p class="cf-hint cf-bill__help"><?php
                /* translators: %s: e-mail address */
                echo Html::escape(sprintf(__('Questions? Email %s.', 'counterfoil'), $view->email));
            ?></p>
        <?php endif; ?>
    </div>
</div>
