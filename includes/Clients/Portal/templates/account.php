<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Clients\Portal\AccountView $view */

defined('ABSPATH') || exit;

?>
<div class="cf-columns cf-columns--even">
    <section class="cf-card" aria-labelledby="cf-you">
        <h2 class="cf-h2" id="cf-you"><?php esc_html_e('Your details', 'counterfoil'); ?></h2>
        <dl class="cf-facts">
            <div><dt><?php echo esc_html_x('Name', 'of a person', 'counterfoil'); ?></dt><dd><bdi><?php echo Html::escape($view->name); ?></bdi></dd></div>
            <div><dt><?php esc_html_e('Email', 'counterfoil'); ?></dt><dd><bdi><?php echo Html::escape($view->email); ?></bdi></dd></div>
        </dl>
        <form method="post" action="<?php echo esc_url($view->form_url); ?>">
            <input type="hidden" name="counterfoil_form" value="ask-reset">
            <input type="hidden" name="email" value="<?php echo Html::escape($view->email); ?>">
            <button class="cf-button" type="submit"><?php esc_html_e('Change password', 'counterfoil'); ?></button>
            <p class="cf-hint"><?php esc_html_e('We’ll email you a link to choose a new one.', 'counterfoil'); ?></p>
        </form>
    </section>
    <section class="cf-card" aria-labelledby="cf-billing">
        <h2 class="cf-h2" id="cf-billing"><?php esc_html_e('Bill to', 'counterfoil'); ?></h2>
        <div class="cf-lines">
            <?php foreach ($view->billing as $i => $line) : ?>
                <p class="<?php echo $i === 0 ? 'cf-strong' : ''; ?>"><bdi><?php echo Html::escape($line); ?></bdi></p>
            <?php endforeach; ?>
        </div>
        <p class="cf-hint">
            <?php esc_html_e('Need to change something?', 'counterfoil'); ?>
            <a href="<?php echo esc_url("mailto:{$view->help_email}"); ?>"><?php esc_html_e('Contact us', 'counterfoil'); ?></a>
        </p>
    </section>
</div>
<form class="cf-log-out" method="post" action="<?php echo esc_url($view->form_url); ?>">
    <input type="hidden" name="counterfoil_form" value="log-out">
    <button class="cf-link" type="submit"><?php esc_html_e('Log out', 'counterfoil'); ?></button>
</form>
