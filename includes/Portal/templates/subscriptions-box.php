<?php

declare(strict_types=1);

use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;
use Counterfoil\Subscriptions\Portal\SubscriptionsScreen;

/** @var Counterfoil\Portal\Views\SubscriptionsBox $view */


defined('ABSPATH') || exit;

?>
<div class="cf-portal cf-portal--part" style="<?php echo Html::escape($view->look->css()); ?>">
    <?php if ($view->is_sample) : ?>
        <p class="cf-sample"><?php esc_html_e('Sample data. Your clients will see their own subscriptions here.', 'counterfoil'); ?></p>
    <?php endif; ?>
    <?php if ($view->heading !== '') : ?>
        <h2 class="cf-h2"><?php echo Html::escape($view->heading); ?></h2>
    <?php endif; ?>
    <?php if ($view->list === null) : ?>
        <div class="cf-card cf-message">
            <p><?php esc_html_e('Log in to view your subscriptions.', 'counterfoil'); ?></p>
            <p><a class="cf-button cf-button--primary" href="<?php echo esc_url($view->login_url); ?>"><?php esc_html_e('Log in', 'counterfoil'); ?></a></p>
        </div>
    <?php else : ?>
        <?php echo Template::draw(SubscriptionsScreen::TEMPLATE, $view->list); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
        <?php if ($view->all_url !== null) : ?>
            <p class="cf-pager"><a class="cf-button cf-pager__next" href="<?php echo esc_url($view->all_url); ?>"><?php esc_html_e('All subscriptions', 'counterfoil'); ?></a></p>
        <?php endif; ?>
    <?php endif; ?>
</div>
