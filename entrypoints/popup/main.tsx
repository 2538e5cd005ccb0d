import '../../assets/styles/base.css';
import '../../assets/styles/controls.css';
import '../../assets/styles/identity.css';
import '../../assets/styles/popup.css';
import { start } from '../../components/start.tsx';
import { Popup } from './popup.tsx';

start('popupName', <Popup />);
