<?php

declare(strict_types=1);

/** @var Counterfoil\Portal\Views\MessageView $view */

defined('ABSPATH') || exit;

?>
<div class="cf-card cf-message">
    <p><?php echo esc_html($view->text); ?></p>
    <?php if ($view->link_url !== '') : ?>
        <p><a class="cf-button" href="<?php echo esc_url($view->link_url); ?>"><?php echo esc_html($view->link_label); ?></a></p>
    <?php endif; ?>
    <?php if ($view->log_out_url !== '') : ?>
        <form method="post" action="<?php echo esc_url($view->log_out_url); ?>">
            <input type="hidden" name="counterfoil_form" value="log-out">
            <button class="cf-button" type="submit"><?php esc_html_e('Log out', 'counterfoil'); ?></button>
        </form>
    <?php endif; ?>
</div>
